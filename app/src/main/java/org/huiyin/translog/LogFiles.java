package org.huiyin.translog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log as programs read it (c2sp.org/tlog-tiles): checkpoint, tiles, entries; and the board's counts at a checkpoint. */
@Controller
class LogFiles {

    private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Duration SECONDS = Duration.ofSeconds(2);

    private final LogReading log;

    LogFiles(LogReading log) {
        this.log = log;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        String note = log.head().note();
        if (note == null) {
            throw new ProblemException(Problem.of("log-not-begun", 404));
        }
        return open(CacheControl.maxAge(SECONDS)).contentType(NOTE).body(note);
    }

    /** The newest checkpoint with cosignatures of witnesses; there may be newer ones without. */
    @GetMapping("/log/checkpoint/witnessed")
    ResponseEntity<String> witnessed() {
        Note note = log.witnessed().orElseThrow(LogFiles::none);
        return open(CacheControl.maxAge(SECONDS)).contentType(NOTE).body(note.toString());
    }

    /** How many matters the board counts on each list, and the checkpoint that belongs to it. */
    @GetMapping("/log/counts")
    ResponseEntity<String> counts() {
        Head head = log.head();
        if (head.counts() == null) {
            throw new ProblemException(Problem.of("log-not-begun", 404));
        }
        String both = "{\"checkpoint\":" + Jcs.of(head.countsNote()) + ",\"lists\":" + head.counts() + "}";
        return open(CacheControl.maxAge(SECONDS))
                .contentType(MediaType.APPLICATION_JSON)
                .body(both);
    }

    /** A tile of hashes or a bundle of entries; once there it never changes. */
    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) throws IOException {
        String written = request.getRequestURI().substring("/log/tile/".length());
        TilePath path = TilePath.parse(written).orElseThrow(LogFiles::none);
        if (Tiles.width(log.head().size(), path.place()) < path.width()) {
            throw none();
        }
        byte[] content = path.entries()
                ? log.entries(path.number(), path.width())
                : Arrays.copyOf(log.tile(path.place(), path.width()), path.width() * TreeHash.BYTES);
        var answer = open(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        // hashes do not get smaller
        if (!path.entries()) {
            return answer.body(content);
        }
        answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
        return accepts(request)
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(zipped(content))
                : answer.body(content);
    }

    private static boolean accepts(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("gzip") || one.matches("gzip;\\s*q=(1|0\\.[1-9]).*"));
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** Pages of others may read the log too. */
    private static ResponseEntity.BodyBuilder open(CacheControl kept) {
        return ResponseEntity.ok()
                .cacheControl(kept)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("not-in-log", 404));
    }
}
