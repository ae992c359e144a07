package org.huiyin.translog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Reads a published log over HTTP, with patience but not without end. Thread-safe. */
final class LogClient implements LogSource {

    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 500;
    /** A full bundle of the longest entries there can be. */
    private static final int MOST_BYTES = Tiles.WIDTH * (Short.BYTES + Bundles.MOST_BYTES);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    /** On this machine compressing costs more than sending. */
    private final String encoding;

    /** @param address of the service, or of its log */
    LogClient(URI address) {
        String plain = address.toString().replaceAll("/+$", "");
        this.base = plain.endsWith("/log") ? plain : plain + "/log";
        String host = String.valueOf(address.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        this.encoding = here ? "identity" : "gzip, identity";
    }

    @Override
    public Optional<byte[]> get(String path) {
        return fetch(base + path);
    }

    @Override
    public Optional<byte[]> board() {
        return fetch(base.substring(0, base.length() - "/log".length()) + "/api/v1/board");
    }

    private Optional<byte[]> fetch(String address) {
        IOException last = new IOException("not asked");
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                HttpResponse<byte[]> answer =
                        client.send(request(address), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
                if (answer.statusCode() == 200) {
                    return Optional.of(plain(answer));
                }
                if (answer.statusCode() == 404) {
                    return Optional.empty();
                }
                last = new IOException("answered " + answer.statusCode());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * attempt);
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable(address, e);
            }
        }
        throw new Unreachable(address, last);
    }

    private HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept-Encoding", encoding)
                .build();
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        boolean zipped = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        if (!zipped) {
            return answer.body();
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] plain = unzipped.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw new IOException("larger than anything a log holds");
            }
            return plain;
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
