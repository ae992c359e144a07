package org.huiyin.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.huiyin.outbound.Reply.Why;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that others gave us. Never this machine or a network inside, whatever a name leads to or an answer redirects to, unless the
 * operator allows that network. Thread-safe.
 */
public final class Outbound implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    /** A whole call, however slowly the other side drips. */
    private static final int WHOLE_SECONDS = 15;

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_TO_ONE = 8;
    private static final String NAME = "Huiyin/1 (+civic casework)";

    private final GuardedNames anywhere;
    private final GuardedNames inside;
    private final CloseableHttpClient calls;
    private final CloseableHttpClient callsInside;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbound-", 0).factory());

    Outbound(List<Network> allowed) {
        this(allowed, SystemDefaultDnsResolver.INSTANCE);
    }

    Outbound(List<Network> allowed, DnsResolver names) {
        this.anywhere = new GuardedNames(allowed, true, names);
        this.inside = new GuardedNames(allowed, false, names);
        this.calls = client(anywhere);
        this.callsInside = client(inside);
    }

    private static CloseableHttpClient client(GuardedNames names) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_TO_ONE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .setTimeToLive(1, TimeUnit.MINUTES)
                                .build())
                        .build())
                .setUserAgent(NAME)
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /** What speaks against sending anything to an address, before it is tried; empty when nothing does. */
    public Optional<Why> objection(URI address) {
        Optional<Why> form = form(address);
        if (form.isPresent()) {
            return form;
        }
        boolean plain = address.getScheme().equalsIgnoreCase("http");
        try {
            (plain ? inside : anywhere).resolve(address.getHost().replaceAll("^\\[|]$", ""));
            return Optional.empty();
        } catch (AddressRefused e) {
            return Optional.of(plain ? Why.NOT_ENCRYPTED : Why.INSIDE);
        } catch (UnknownHostException e) {
            return plain ? Optional.of(Why.NOT_ENCRYPTED) : Optional.empty();
        }
    }

    private static Optional<Why> form(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.of(Why.NO_WEB_ADDRESS);
        }
        int port = address.getPort();
        return port == -1 || port == 80 || port == 443 || port >= 1024 ? Optional.empty() : Optional.of(Why.PORT);
    }

    /** Sends something. What answers with a redirect has answered; nothing is sent anywhere else. Without TLS only inside allowed networks. */
    public Reply post(URI address, Map<String, String> headers, byte[] body, int mostBytes) {
        Optional<Why> objection = form(address);
        if (objection.isPresent()) {
            return new Reply.NotCalled(objection.get());
        }
        boolean plain = address.getScheme().equalsIgnoreCase("http");
        HttpPost post = new HttpPost(address);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setConfig(config(false));
        return call(plain ? callsInside : calls, post, mostBytes, plain ? Why.NOT_ENCRYPTED : Why.INSIDE);
    }

    /** Fetches something that is public; follows a few redirects, each under the same rules. */
    public Reply get(URI address, int mostBytes) {
        Optional<Why> objection = form(address);
        if (objection.isPresent()) {
            return new Reply.NotCalled(objection.get());
        }
        HttpGet get = new HttpGet(address);
        get.setConfig(config(true));
        return call(calls, get, mostBytes, Why.INSIDE);
    }

    private static RequestConfig config(boolean redirects) {
        return RequestConfig.custom()
                .setRedirectsEnabled(redirects)
                .setMaxRedirects(MOST_REDIRECTS)
                .setResponseTimeout(ANSWER)
                .setConnectionRequestTimeout(CONNECT)
                .build();
    }

    private Reply call(CloseableHttpClient client, HttpUriRequestBase request, int mostBytes, Why refused) {
        AtomicReference<@Nullable Reply> read = new AtomicReference<>();
        ScheduledFuture<?> end = ends.schedule(request::cancel, WHOLE_SECONDS, TimeUnit.SECONDS);
        try {
            return client.execute(request, answer -> {
                Reply.Answered answered = read(answer, mostBytes);
                read.set(answered);
                if (!answered.whole()) {
                    request.cancel(); // else the client would read the rest, however long
                }
                return answered;
            });
        } catch (AddressRefused e) {
            return new Reply.NotCalled(refused);
        } catch (IOException e) {
            Reply answered = read.get();
            return answered != null ? answered : new Reply.Failed(request.isCancelled() ? "timeout" : kind(e));
        } finally {
            end.cancel(false);
        }
    }

    private static Reply.Answered read(ClassicHttpResponse answer, int mostBytes) throws IOException {
        var entity = answer.getEntity();
        if (entity == null) {
            return new Reply.Answered(answer.getCode(), "", new byte[0], true);
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        InputStream body = entity.getContent();
        byte[] begin = body.readNBytes(mostBytes);
        return new Reply.Answered(answer.getCode(), type, begin, body.read() < 0);
    }

    private static String kind(IOException e) {
        return switch (e) {
            case SocketTimeoutException timeout -> "timeout";
            case UnknownHostException unknown -> "unknown-host";
            case ConnectException refused -> "no-connection";
            case SSLException tls -> "tls";
            default -> "broken";
        };
    }

    @Override
    public void close() {
        ends.shutdownNow();
        calls.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
        callsInside.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
