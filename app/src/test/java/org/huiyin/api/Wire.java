package org.huiyin.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as bytes on a socket: sends what no decent client would. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** @param status 0 when the other side closed without a word */
    record Reply(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** One request on a connection of its own; a body is announced with its length unless the headers say otherwise. */
    Reply send(String method, String target, List<String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (headers.stream().noneMatch(line -> named(line, "host"))) {
            head.append("Host: localhost\r\n");
        }
        if (body.length > 0 && headers.stream().noneMatch(line -> named(line, "content-length"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(body);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // it answered before it read everything; what it said is read below
            }
            return read(everything(socket.getInputStream()));
        }
    }

    private static boolean named(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name + ":");
    }

    private static byte[] everything(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketException e) {
            // reset after the answer, because the rest of the request was not wanted
        }
        return read.toByteArray();
    }

    private static Reply read(byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        String first = line(in);
        while (first.startsWith("HTTP/1.1 100")) {
            line(in);
            first = line(in);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
        }
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
        int status = first.startsWith("HTTP/1.1 ") ? Integer.parseInt(first.substring(9, 12)) : 0;
        return new Reply(status, headers, chunked ? chunks(in) : in.readAllBytes());
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (String size = line(in); !size.isEmpty() && !size.equals("0"); size = line(in)) {
            whole.write(in.readNBytes(Integer.parseInt(size, 16)));
            line(in);
        }
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
