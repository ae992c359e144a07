package org.huiyin.sheet;

import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a job into the reader's words. */
@Component
class JobViews {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Jobs jobs;
    private final JobFiles files;
    private final Imports imports;

    JobViews(Jobs jobs, JobFiles files, Imports imports) {
        this.jobs = jobs;
        this.files = files;
        this.imports = imports;
    }

    JobView of(Page page, Job job) {
        boolean running = job.running(jobs.now());
        boolean interrupted = job.interrupted(jobs.now());
        String stage = interrupted
                ? "interrupted"
                : job.phase().key() + "-" + job.state().key();
        boolean export = job.act() == Job.Act.EXPORT;
        return new JobView(
                job.id(),
                export,
                imports.find(job.name(), page.reader())
                        .filter(intake -> !export)
                        .map(intake -> intake.title(page))
                        .orElse(job.title()),
                export ? job.name().replaceFirst("^.*\\.", "").toUpperCase(java.util.Locale.ROOT) : job.request(),
                stage,
                page.t("sheet.stage." + stage),
                tone(job, interrupted),
                running,
                job.done(),
                job.of(),
                percent(job),
                job.askedAt(),
                why(job));
    }

    /** With everything its own page shows. */
    JobView.Opened open(Page page, Job job) {
        JobView view = of(page, job);
        boolean export = job.act() == Job.Act.EXPORT;
        boolean file = !view.running() && files.sizeBytes(job.id(), JobFiles.Kind.FILE) > 0;
        Optional<SheetIntake> intake = imports.find(job.name(), page.reader());
        boolean again = job.phase() == Job.Phase.TAKE && job.state() != Job.State.DONE
                || job.came(Job.Phase.CHECK, Job.State.STOPPED)
                || job.phase() == Job.Phase.CHECK && view.stage().equals("interrupted");
        return new JobView.Opened(
                view,
                export || !view.stage().matches("(check|take)-(done|faulty)") ? Imports.Came.NOTHING : came(job),
                export && file && job.came(Job.Phase.MAKE, Job.State.DONE),
                !export && !view.running() && files.sizeBytes(job.id(), JobFiles.Kind.MARKED) > 0,
                file && job.came(Job.Phase.CHECK, Job.State.DONE),
                !export && file && !view.running() && again,
                !export
                        && intake.isPresent()
                        && (job.came(Job.Phase.TAKE, Job.State.DONE)
                                || job.phase() == Job.Phase.UNDO && job.state() != Job.State.DONE && !view.running()));
    }

    private static int percent(Job job) {
        return job.of() <= 0 ? -1 : (int) Math.min(100, 100 * job.done() / job.of());
    }

    private static String tone(Job job, boolean interrupted) {
        return interrupted
                ? "late"
                : switch (job.state()) {
                    case RUNNING -> "task";
                    case DONE -> "result";
                    case FAULTY, FAILED -> "late";
                    case STOPPED -> "rest";
                };
    }

    private static List<String> why(Job job) {
        JsonNode why = JSON.readTree(job.result()).path("why");
        return why.isMissingNode() || why.asString("").isEmpty()
                ? List.of()
                : why.asString("").lines().toList();
    }

    private static Imports.Came came(Job job) {
        return JSON.readValue(job.result(), Imports.Came.class);
    }
}
