package org.huiyin.sheet;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Tables for programs: sent, checked, and only then taken in, whole or not at all; what was taken in can be undone. */
@RestController
@RequestMapping("/api/v1/sheets")
@Scoped(Scope.SHEETS)
class SheetApi {

    private final Imports imports;
    private final ImportPage uploads;
    private final JobPage pages;
    private final JobViews views;

    SheetApi(Imports imports, ImportPage uploads, JobPage pages, JobViews views) {
        this.imports = imports;
        this.uploads = uploads;
        this.pages = pages;
        this.views = views;
    }

    /** A kind of table that can be taken in, with its columns. */
    record KindJson(String name, String title, List<String> columns) {}

    /**
     * A table on its way in.
     *
     * @param stage what is done with it and how far, such as {@code check-done} or {@code take-running}
     * @param rows how many there are once it is checked
     * @param faults the first of what is wrong; nothing is stored while anything is
     * @param next what may be asked for now: {@code taking}, {@code checking}, {@code undoing}, {@code stop}
     */
    record JobJson(
            long id,
            String kind,
            String file,
            String stage,
            Instant askedAt,
            long rows,
            long added,
            long changed,
            long same,
            long faulty,
            List<FaultJson> faults,
            List<String> why,
            List<String> next) {}

    /**
     * What is wrong with a cell, or with a line as a whole.
     *
     * @param line as the spreadsheet counts; 0 for the file
     * @param cell such as {@code C7}
     */
    record FaultJson(long line, String cell, String heading, String value, String said) {

        static FaultJson of(Fault one) {
            return new FaultJson(one.line(), one.cell(), one.heading(), one.value(), one.said());
        }
    }

    @GetMapping
    Items<KindJson> kinds(Page page) {
        return Items.all(imports.open(page.reader()).stream()
                .map(intake -> new KindJson(
                        intake.name(),
                        intake.title(page),
                        intake.headings(page).stream()
                                .map(heading -> page.t(heading.title()))
                                .toList()))
                .toList());
    }

    /** Keeps the first file of the request and begins to check it; nothing of it is stored yet. */
    @PostMapping(path = "/{kind}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    JobJson send(@PathVariable String kind, Page page, MultipartHttpServletRequest request) throws IOException {
        MultipartFile file = request.getFileMap().values().stream().findFirst().orElse(null);
        return shown(page, Long.toString(uploads.begin(page, kind, file)));
    }

    @GetMapping("/jobs/{id}")
    JobJson show(@PathVariable String id, Page page) {
        return shown(page, id);
    }

    /** Stores what was checked; it is checked again while it is stored. */
    @PostMapping("/jobs/{id}/taking")
    JobJson take(@PathVariable String id, Page page) {
        pages.next(page, id, Job.Phase.TAKE);
        return shown(page, id);
    }

    /** Checks once more what was stopped or did not come about. */
    @PostMapping("/jobs/{id}/checking")
    JobJson check(@PathVariable String id, Page page) {
        pages.next(page, id, Job.Phase.CHECK);
        return shown(page, id);
    }

    /** Undoes what was taken in, all of it or nothing. */
    @PostMapping("/jobs/{id}/undoing")
    JobJson undo(@PathVariable String id, Page page) {
        pages.next(page, id, Job.Phase.UNDO);
        return shown(page, id);
    }

    @PostMapping("/jobs/{id}/stop")
    JobJson stop(@PathVariable String id, Page page) {
        pages.stopped(page, id);
        return shown(page, id);
    }

    private JobJson shown(Page page, String id) {
        Job job = pages.own(page, id);
        JobView.Opened opened = views.open(page, job);
        Imports.Came came = opened.came();
        return new JobJson(
                job.id(),
                job.name(),
                job.request(),
                opened.job().stage(),
                job.askedAt(),
                came.rows(),
                came.added(),
                came.changed(),
                came.same(),
                came.faulty(),
                came.faults().stream().map(FaultJson::of).toList(),
                opened.job().why(),
                next(opened));
    }

    private static List<String> next(JobView.Opened opened) {
        return Stream.of(
                        opened.take() ? "taking" : "",
                        opened.again() ? "checking" : "",
                        opened.undo() ? "undoing" : "",
                        opened.job().running() ? "stop" : "")
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
