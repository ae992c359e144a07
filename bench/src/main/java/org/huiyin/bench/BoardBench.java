package org.huiyin.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Requests a second for pages of the open board over connections that stay open, from this machine itself: whole pages, pages their readers have
 * already, and whole pages while steps are taken, each of which has them made anew.
 */
@Command(
        name = "board",
        description = "Requests a second for a page of the open board: whole, and known already.",
        mixinStandardHelpOptions = true)
final class BoardBench implements Callable<Integer> {

    private static final String PAGE = "/board?list=task";

    @Mixin
    private Loaded loaded = new Loaded();

    @Mixin
    private Turns turns = new Turns();

    @Option(names = "--connections", description = "Connections that stay open (default: ${DEFAULT-VALUE}).")
    private int connections = 32;

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start();
                ServedApp app = ServedApp.start(database)) {
            database.fillOnce(loaded.matters(), true);
            URI board = app.at(PAGE);
            HttpClient browser = ServedApp.visitor();
            HttpResponse<String> first = app.get(browser, PAGE);
            mustAddUp(app, browser);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            Load whole = new Load();
            Load known = new Load();
            Load atWork = new Load();
            turn(board, new Load(), "", 200, turns.warm());
            for (int round = 0; round < turns.rounds(); round++) {
                turn(board, whole, "", 200, turns.each());
                tag = app.get(browser, PAGE).headers().firstValue("ETag").orElse(tag);
                turn(board, known, tag, 304, turns.each());
                atWork(app, board, atWork);
            }
            report(whole, known, atWork, first.body().getBytes(StandardCharsets.UTF_8).length);
        }
        return 0;
    }

    /** What is measured is the page of a board that is right. It counts in the background once somebody looks. */
    private static void mustAddUp(ServedApp app, HttpClient browser) throws Exception {
        String counted = app.get(browser, "/api/v1/board").body();
        while (counted.contains("\"checked\":null")) {
            counted = app.get(browser, "/api/v1/board").body();
        }
        if (!counted.contains("\"same\":true")) {
            throw new IllegalStateException("the board does not add up: " + counted);
        }
    }

    private void turn(URI board, Load load, String tag, int status, Duration time) throws Exception {
        load.run(connections, time, n -> new Reader(board, tag, status));
    }

    /** The same while somebody raises matters as fast as it goes. */
    private void atWork(ServedApp app, URI board, Load load) throws Exception {
        Load steps = new Load();
        Thread raiser = Thread.ofVirtual().start(() -> {
            try {
                steps.run(1, turns.each(), n -> raising(app.bean(Desk.class)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        turn(board, load, "", 200, turns.each());
        raiser.join();
    }

    /** Raises one matter after another. */
    private static Load.Caller raising(Desk desk) {
        return () -> {
            String key = UUID.randomUUID().toString();
            StepRequest raise = StepRequest.begin(
                    "three-lists", "raise", Actor.VISITOR, Loop.raised("421002005001"), List.of(), key);
            if (!(desk.perform(raise) instanceof Outcome.Done)) {
                throw new IllegalStateException("a matter was not raised");
            }
        };
    }

    private void report(Load whole, Load known, Load atWork, int bytes) {
        System.out.printf("%-28s %12s %9s %9s%n", "", "requests/s", "p50 ms", "p99 ms");
        line("whole page", whole);
        line("known already (304)", known);
        line("whole page, steps taken", atWork);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters", loaded.matters());
        figures.put("connections", connections);
        figures.put("pageBytes", bytes);
        figures.put("wholePerSecond", Math.round(whole.perSecond()));
        figures.put("wholeP99Millis", whole.millis(99));
        figures.put("knownPerSecond", Math.round(known.perSecond()));
        figures.put("knownP99Millis", known.millis(99));
        figures.put("atWorkPerSecond", Math.round(atWork.perSecond()));
        figures.put("atWorkP99Millis", atWork.millis(99));
        Figures.print(figures, loaded.json());
    }

    private static void line(String name, Load load) {
        System.out.printf("%-28s %,12.0f %9.2f %9.2f%n", name, load.perSecond(), load.millis(50), load.millis(99));
    }

    /** One connection that asks for the page again and again, as bare as a client can be: it must not eat what is measured. */
    private static final class Reader implements Load.Caller, AutoCloseable {

        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private final byte[] request;
        private final int status;
        private final byte[] line = new byte[8192];

        Reader(URI page, String tag, int status) throws IOException {
            this.socket = new Socket(page.getHost(), page.getPort());
            socket.setTcpNoDelay(true);
            this.out = socket.getOutputStream();
            this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            this.status = status;
            this.request = ("GET " + page.getRawPath() + "?" + page.getRawQuery() + " HTTP/1.1\r\nHost: "
                            + page.getAuthority()
                            + "\r\nAccept-Language: zh\r\nAccept-Encoding: gzip\r\n"
                            + (tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n") + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void once() throws IOException {
            out.write(request);
            String first = read();
            int found = Integer.parseInt(first.substring(9, 12));
            if (found != 200 && found != status) {
                throw new IOException(first);
            }
            int length = 0;
            for (String header = read(); !header.isEmpty(); header = read()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            in.skipNBytes(length);
        }

        private String read() throws IOException {
            int length = 0;
            int next = in.read();
            while (next != '\n') {
                if (next < 0 || length == line.length) {
                    throw new IOException("no answer");
                }
                line[length++] = (byte) next;
                next = in.read();
            }
            return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
