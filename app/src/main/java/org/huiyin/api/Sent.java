package org.huiyin.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a program sent.
 *
 * @param said address and content, shortened to a digest: the same exactly when the same was sent
 * @param request from which it can still be read
 */
record Sent(String said, HttpServletRequest request) {

    static Sent of(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        String address = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return new Sent(address + files(request), request);
        }
        // one byte more than any form may have: what reads it refuses it
        byte[] body = request.getInputStream().readNBytes(Bodies.MOST_BYTES + 1);
        MessageDigest digest = sha256();
        return new Sent(address + type + "\n" + HexFormat.of().formatHex(digest.digest(body)), new Read(request, body));
    }

    private static String files(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        for (Part part : request.getParts()) {
            String head = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A request whose body was read and is read once more. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream left = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return left.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return left.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return left.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException(
                            "The body was read before any handler was asked; none reads it asynchronously");
                }
            };
        }
    }
}
