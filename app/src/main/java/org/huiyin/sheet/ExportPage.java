package org.huiyin.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands a list out as a file, with the parameters of the page it stands on. */
@Controller
class ExportPage {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

    private final Exports exports;

    ExportPage(Exports exports) {
        this.exports = exports;
    }

    /** {@code /sheets/desk.xlsx?list=to-dispatch}. */
    @GetMapping("/sheets/{file}")
    ResponseEntity<InputStreamResource> take(
            @PathVariable String file, @RequestParam Map<String, String> parameters, Page page) throws IOException {
        int dot = file.lastIndexOf('.');
        SheetFormat format = SheetFormat.of(file.substring(dot + 1)).orElseThrow(ExportPage::unknown);
        SheetList list =
                exports.find(file.substring(0, Math.max(0, dot)), page.reader()).orElseThrow(ExportPage::unknown);
        Path made = Files.createTempFile("huiyin", "." + format.extension());
        Exports.Written written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
            written = exports.write(page, list, parameters, format, out, Exports.Progress.SILENT);
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

    private static ProblemException unknown() {
        return new ProblemException(Problem.of("not-found", 404));
    }
}
