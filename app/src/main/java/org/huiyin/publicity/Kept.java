package org.huiyin.publicity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A public answer that was made once and is given to everybody who asks the same.
 *
 * @param zipped the body gzipped; null where that saves nothing
 * @param modified when what it says last changed; null where only its tag tells
 * @param keeping what its Cache-Control says
 */
record Kept(
        String type,
        byte[] body,
        byte @Nullable [] zipped,
        String tag,
        @Nullable Instant modified,
        String keeping) {

    private static final int WORTH_ZIPPING = 1_000;

    static Kept of(String type, byte[] body, @Nullable Instant modified, String keeping) {
        boolean text = type.startsWith("text/") || type.contains("xml") || type.contains("json");
        byte[] zipped = text && body.length >= WORTH_ZIPPING ? zip(body) : null;
        return new Kept(type, body, zipped, tag(body), modified, keeping);
    }

    int size() {
        return body.length + (zipped == null ? 0 : zipped.length);
    }

    /** Answers with it, or with 304 when the asker has it already. */
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, keeping);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie");
        if (modified != null) {
            response.setDateHeader(HttpHeaders.LAST_MODIFIED, modified.toEpochMilli());
        }
        if (known(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] form = zipped;
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean unzipped = form == null || accepted == null || !accepted.contains("gzip");
        if (!unzipped) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] sent = unzipped || form == null ? body : form;
        response.setContentType(type);
        response.setContentLength(sent.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(sent);
        }
    }

    /** RFC 9110, 13.2.2: a tag decides alone; the time only where no tag was sent. */
    private boolean known(HttpServletRequest request) {
        String tags = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return tags.strip().equals("*")
                    || Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag::equals);
        }
        String since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        if (since == null || modified == null) {
            return false;
        }
        try {
            Instant had = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toInstant();
            return modified.getEpochSecond() <= had.getEpochSecond();
        } catch (DateTimeParseException e) {
            return false; // no date: as if it had not been sent
        }
    }

    /** Weak: the zipped form bears the same. */
    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
