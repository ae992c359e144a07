package org.huiyin.sheet;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where tables are taken in: templates, the upload, and one's own jobs. */
@Controller
class ImportPage {

    private static final int JOBS = 30;
    private static final int MOST_AT_ONCE = 3;
    private static final int LONGEST_NAME = 120;

    private final StaticTemplates templates = new StaticTemplates();
    private final Imports imports;
    private final Jobs jobs;
    private final JobFiles files;
    private final JobRuns runs;
    private final JobViews views;

    ImportPage(Imports imports, Jobs jobs, JobFiles files, JobRuns runs, JobViews views) {
        this.imports = imports;
        this.jobs = jobs;
        this.files = files;
        this.runs = runs;
        this.views = views;
    }

    @GetMapping("/sheets")
    JteModel home(@RequestParam(defaultValue = "") String kind, Page page) {
        List<Offer> offers = imports.open(page.reader()).stream()
                .map(intake -> new Offer(intake.name(), intake.title(page), intake.list()))
                .toList();
        return templates.sheetHome(
                page,
                offers,
                kind,
                jobs.of(page.reader(), JOBS).stream()
                        .map(job -> views.of(page, job))
                        .toList());
    }

    @GetMapping("/sheets/templates/{name}")
    ResponseEntity<byte[]> template(@PathVariable String name, Page page) throws IOException {
        SheetIntake intake =
                imports.find(name.replaceFirst("\\.xlsx$", ""), page.reader()).orElseThrow(ExportPage::unknown);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateFile.write(page, intake, out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SheetFormat.XLSX.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportPage.disposition(
                                page, page.t("sheet.template.name", intake.title(page)), SheetFormat.XLSX))
                .body(out.toByteArray());
    }

    /** Keeps the file and begins to check it; nothing of it is stored yet. */
    @PostMapping("/sheets/imports")
    ResponseEntity<Void> upload(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(name = "file", required = false) MultipartFile file,
            Page page)
            throws IOException {
        long id = begin(page, kind, file);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/sheets/jobs/" + id)
                .build();
    }

    /** The job that checks it. */
    long begin(Page page, String kind, @Nullable MultipartFile file) throws IOException {
        SheetIntake intake = imports.find(kind, page.reader()).orElseThrow(ExportPage::unknown);
        if (file == null || file.isEmpty()) {
            throw new ProblemException(Problem.of("sheet-no-file", 422));
        }
        if (jobs.running(page.reader()) >= MOST_AT_ONCE) {
            throw new ProblemException(Problem.of("sheets-under-way", 429, MOST_AT_ONCE));
        }
        long id = jobs.begin(page.reader(), Job.Act.IMPORT, intake.name(), intake.title(page), name(file));
        Path kept = Files.createTempFile("huiyin", ".upload");
        try {
            file.transferTo(kept);
            files.keep(id, JobFiles.Kind.FILE, kept);
        } finally {
            Files.deleteIfExists(kept);
        }
        Job job = jobs.find(id, page.reader()).orElseThrow();
        runs.go(page, id, progress -> imports.check(page, intake, job, progress));
        return id;
    }

    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename();
        String name = SheetName.ofFile(sent == null ? "" : sent.replaceAll("^.*[/\\\\]", ""));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
