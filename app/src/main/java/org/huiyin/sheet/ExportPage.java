package org.huiyin.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands a list out as a file, with the parameters of the page it stands on. */
@Controller
class ExportPage {

    static final int MOST_AT_ONCE = 5000;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

    private final Exports exports;

    ExportPage(Exports exports) {
        this.exports = exports;
    }

    /** {@code /sheets/desk.xlsx?list=to-dispatch}. What is too long to wait for is ordered on a page of its own. */
    @GetMapping("/sheets/{file}")
    ResponseEntity<InputStreamResource> take(
            @PathVariable String file, @RequestParam Map<String, String> parameters, Page page) throws IOException {
        try {
            return made(file, parameters, page);
        } catch (TooLong tooLong) {
            return order(file, page);
        }
    }

    /** Nobody waits that long for an answer, and nobody unknown may ask for that much. */
    private static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("too long", null, false, false);
        }
    }

    private static void cap(long rows, long expected) {
        if (Math.max(rows, expected) > MOST_AT_ONCE) {
            throw new TooLong();
        }
    }

    private static ResponseEntity<InputStreamResource> order(String file, Page page) {
        if (!page.reader().staff()) {
            throw new ProblemException(Problem.of("list-too-long", 422, MOST_AT_ONCE));
        }
        int dot = file.lastIndexOf('.');
        String query = page.query() == null ? "" : page.query();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        "/sheets/orders?list=" + file.substring(0, dot) + "&format=" + file.substring(dot + 1)
                                + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .build();
    }

    private ResponseEntity<InputStreamResource> made(String file, Map<String, String> parameters, Page page)
            throws IOException {
        int dot = file.lastIndexOf('.');
        SheetFormat format = SheetFormat.of(file.substring(dot + 1)).orElseThrow(ExportPage::unknown);
        SheetList list =
                exports.find(file.substring(0, Math.max(0, dot)), page.reader()).orElseThrow(ExportPage::unknown);
        Path made = Files.createTempFile("huiyin", "." + format.extension());
        Exports.Written written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
            written = exports.write(page, list, parameters, format, out, ExportPage::cap);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(made);
            throw e;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .contentLength(Files.size(made))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(page, written.title(), format))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(Files.newInputStream(made, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    static String disposition(Page page, String title, SheetFormat format) {
        String name = SheetName.ofFile(title) + "-"
                + STAMP.format(Exports.local(page.formats().now())) + "." + format.extension();
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of("not-found", 404));
    }
}
