package org.huiyin.sheet;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders the file of a large list, which is made in the background. */
@Controller
class ExportOrderPage {

    private static final int MOST_AT_ONCE = 3;

    private final StaticTemplates templates = new StaticTemplates();
    private final Exports exports;
    private final Jobs jobs;
    private final JobFiles files;
    private final JobRuns runs;

    ExportOrderPage(Exports exports, Jobs jobs, JobFiles files, JobRuns runs) {
        this.exports = exports;
        this.jobs = jobs;
        this.files = files;
        this.runs = runs;
    }

    @GetMapping("/sheets/orders")
    JteModel ask(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String query,
            Page page) {
        SheetFormat chosen = SheetFormat.of(format).orElseThrow(ExportPage::unknown);
        SheetList wanted = exports.find(list, page.reader()).orElseThrow(ExportPage::unknown);
        Exports.Written seen = exports.foresee(page, wanted, Query.parse(query));
        return templates.sheetOrder(page, new Order(list, chosen.extension(), query, seen.title(), seen.rows()));
    }

    @PostMapping("/sheets/orders")
    ResponseEntity<Void> order(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String query,
            Page page) {
        SheetFormat chosen = SheetFormat.of(format).orElseThrow(ExportPage::unknown);
        SheetList wanted = exports.find(list, page.reader()).orElseThrow(ExportPage::unknown);
        Map<String, String> parameters = Query.parse(query);
        Exports.Written seen = exports.foresee(page, wanted, parameters);
        if (jobs.running(page.reader()) >= MOST_AT_ONCE) {
            throw new ProblemException(Problem.of("sheets-under-way", 429, MOST_AT_ONCE));
        }
        long job = jobs.begin(page.reader(), Job.Act.EXPORT, list + "." + chosen.extension(), seen.title(), query);
        runs.go(page, job, progress -> make(page, wanted, parameters, chosen, job, progress));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/sheets/jobs/" + job)
                .build();
    }

    private JobRuns.Ended make(
            Page page,
            SheetList list,
            Map<String, String> parameters,
            SheetFormat format,
            long job,
            Exports.Progress progress)
            throws Exception {
        Path made = Files.createTempFile("huiyin", "." + format.extension());
        try {
            Exports.Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
                written = exports.write(page, list, parameters, format, out, progress);
            }
            files.keep(job, JobFiles.Kind.FILE, made);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("rows", written.rows());
            result.put("bytes", Files.size(made));
            return new JobRuns.Ended(Job.State.DONE, result);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
