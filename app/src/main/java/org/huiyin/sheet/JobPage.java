package org.huiyin.sheet;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One job: how far it is, what came of it, and what can be done next. Only who asked for it sees it, from the same post. */
@Controller
class JobPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Jobs jobs;
    private final JobFiles files;
    private final JobRuns runs;
    private final JobViews views;
    private final Imports imports;

    JobPage(Jobs jobs, JobFiles files, JobRuns runs, JobViews views, Imports imports) {
        this.jobs = jobs;
        this.files = files;
        this.runs = runs;
        this.views = views;
        this.imports = imports;
    }

    @GetMapping("/sheets/jobs/{id}")
    JteModel show(@PathVariable String id, @RequestParam(defaultValue = "") String part, Page page) {
        JobView.Opened opened = views.open(page, own(page, id));
        return part.equals("state") ? templates.sheetState(page, opened) : templates.sheetJob(page, opened);
    }

    @GetMapping("/sheets/jobs/{id}/file")
    ResponseEntity<StreamingResponseBody> file(@PathVariable String id, Page page) {
        Job job = own(page, id);
        SheetFormat format =
                SheetFormat.of(job.name().replaceFirst("^.*\\.", "")).orElseThrow(ExportPage::unknown);
        if (job.act() != Job.Act.EXPORT || !job.came(Job.Phase.MAKE, Job.State.DONE)) {
            throw ExportPage.unknown();
        }
        return send(page, job, JobFiles.Kind.FILE, job.title(), format);
    }

    /** The table with what is wrong in it. */
    @GetMapping("/sheets/jobs/{id}/marked")
    ResponseEntity<StreamingResponseBody> marked(@PathVariable String id, Page page) {
        Job job = own(page, id);
        String name = page.t("sheet.marked.name", job.request().replaceFirst("\\.[A-Za-z]{3,4}$", ""));
        return send(page, job, JobFiles.Kind.MARKED, name, SheetFormat.XLSX);
    }

    private ResponseEntity<StreamingResponseBody> send(
            Page page, Job job, JobFiles.Kind kind, String title, SheetFormat format) {
        long size = files.sizeBytes(job.id(), kind);
        if (size == 0) {
            throw new ProblemException(Problem.of("sheet-file-gone", 410));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, ExportPage.disposition(page, title, format))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> files.send(job.id(), kind, out));
    }

    @PostMapping("/sheets/jobs/{id}/stop")
    ResponseEntity<Void> stop(@PathVariable String id, Page page) {
        return to(stopped(page, id));
    }

    Job stopped(Page page, String id) {
        Job job = own(page, id);
        jobs.stop(job.id());
        return job;
    }

    /** Stores what was checked; it is checked again while it is stored, since the world goes on. */
    @PostMapping("/sheets/jobs/{id}/taking")
    ResponseEntity<Void> take(@PathVariable String id, Page page) {
        return to(next(page, id, Job.Phase.TAKE));
    }

    @PostMapping("/sheets/jobs/{id}/checking")
    ResponseEntity<Void> check(@PathVariable String id, Page page) {
        return to(next(page, id, Job.Phase.CHECK));
    }

    @PostMapping("/sheets/jobs/{id}/undoing")
    ResponseEntity<Void> undo(@PathVariable String id, Page page) {
        return to(next(page, id, Job.Phase.UNDO));
    }

    /** Begins a phase, if it is the job's turn for it. */
    Job next(Page page, String id, Job.Phase phase) {
        Job job = own(page, id);
        JobView.Opened opened = views.open(page, job);
        SheetIntake intake = imports.find(job.name(), page.reader()).orElseThrow(ExportPage::unknown);
        JobRuns.Work work = switch (phase) {
            case CHECK -> progress -> imports.check(page, intake, job, progress);
            case TAKE -> progress -> imports.take(page, intake, job, progress);
            case UNDO -> progress -> imports.undo(page, intake, job, progress);
            case MAKE -> throw new IllegalArgumentException("Files are made when they are ordered");
        };
        boolean turn =
                phase == Job.Phase.CHECK ? opened.again() : phase == Job.Phase.TAKE ? opened.take() : opened.undo();
        if (!turn || !jobs.resume(job, phase)) {
            throw new ProblemException(Problem.of("sheet-moved-on", 409));
        }
        runs.go(page, job.id(), work);
        return job;
    }

    Job own(Page page, String id) {
        long number = id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
        return jobs.find(number, page.reader()).orElseThrow(ExportPage::unknown);
    }

    private static ResponseEntity<Void> to(Job job) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/sheets/jobs/" + job.id())
                .build();
    }
}
