package org.huiyin.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.evidence.WorkbookCheck;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes tables in: reads a file, lets its intake try it or store it, and says what came of every row. */
@Component
public class Imports {

    private static final int FAULTS_SHOWN = 200;

    private final List<SheetIntake> intakes;
    private final JobFiles files;
    private final TakenRows takenRows;
    private final Jobs jobs;
    private final JsonMapper json;

    Imports(ObjectProvider<SheetIntake> intakes, JobFiles files, TakenRows takenRows, Jobs jobs, JsonMapper json) {
        this.intakes = intakes.orderedStream().toList();
        this.files = files;
        this.takenRows = takenRows;
        this.jobs = jobs;
        this.json = json;
    }

    /** What this reader may take in. */
    public List<SheetIntake> open(Actor reader) {
        return intakes.stream().filter(intake -> intake.open(reader)).toList();
    }

    public Optional<SheetIntake> find(String name, Actor reader) {
        return open(reader).stream()
                .filter(intake -> intake.name().equals(name))
                .findFirst();
    }

    /** The names of everything that can be taken in. */
    public List<String> names() {
        return intakes.stream().map(SheetIntake::name).toList();
    }

    /**
     * What came of a table.
     *
     * @param faults the first of them
     * @param ignored columns nobody asked for
     */
    public record Came(
            long rows, long added, long changed, long same, long faulty, List<Fault> faults, List<String> ignored) {

        static final Came NOTHING = new Came(0, 0, 0, 0, 0, List.of(), List.of());
    }

    /** With everything that is wrong, and what was stored. */
    record Whole(Came came, List<Fault> faults, Taken taken) {}

    /**
     * Reads a file and tries it, or takes it in.
     *
     * @throws Unreadable when it is no table
     */
    Whole read(Page page, SheetIntake intake, Path file, String name, boolean trying, Exports.Progress progress)
            throws IOException {
        TableSource source = open(file);
        try {
            GivenRows rows = new GivenRows(page, source, intake.headings(page), progress);
            Taken taken = intake.take(page, rows, trying, name);
            List<Fault> all = rows.faults().kept();
            Came came = new Came(
                    rows.rows(),
                    taken.added(),
                    taken.changed(),
                    taken.same(),
                    rows.faults().count(),
                    List.copyOf(all.subList(0, Math.min(FAULTS_SHOWN, all.size()))),
                    rows.ignored());
            return new Whole(came, all, taken);
        } finally {
            close(source);
        }
    }

    /** For the command line: tries, or takes in and writes down what was done, so that it can be undone on the page of tables. */
    public Came take(Page page, SheetIntake intake, Path file, boolean trying, Exports.Progress progress)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            Whole whole = read(page, intake, file, name, trying, progress);
            if (!trying && whole.came().faulty() == 0) {
                note(page, intake, name, whole);
            }
            return whole.came();
        } catch (Unreadable unreadable) {
            return new Came(
                    0,
                    0,
                    0,
                    0,
                    1,
                    List.of(Fault.of(0, -1, "", "", page.t(unreadable.key(), unreadable.arguments()))),
                    List.of());
        }
    }

    private void note(Page page, SheetIntake intake, String name, Whole whole) {
        long job = jobs.begin(page.reader(), Job.Act.IMPORT, intake.name(), intake.title(page), name);
        jobs.resume(jobs.find(job, page.reader()).orElseThrow(), Job.Phase.TAKE);
        takenRows.keep(job, whole.taken().touched());
        jobs.end(job, Job.State.DONE, json.writeValueAsString(whole.came()));
    }

    JobRuns.Ended check(Page page, SheetIntake intake, Job job, Exports.Progress progress) throws IOException {
        Path file = files.fetch(job.id(), JobFiles.Kind.FILE);
        try {
            Whole whole = read(page, intake, file, job.request(), true, progress);
            if (whole.came().faulty() == 0) {
                return new JobRuns.Ended(Job.State.DONE, whole.came());
            }
            mark(page, job.id(), file, whole.faults());
            return new JobRuns.Ended(Job.State.FAULTY, whole.came());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    JobRuns.Ended take(Page page, SheetIntake intake, Job job, Exports.Progress progress) throws IOException {
        Path file = files.fetch(job.id(), JobFiles.Kind.FILE);
        try {
            Whole whole = read(page, intake, file, job.request(), false, progress);
            if (whole.came().faulty() > 0) {
                mark(page, job.id(), file, whole.faults());
                return new JobRuns.Ended(Job.State.FAULTY, whole.came());
            }
            takenRows.keep(job.id(), whole.taken().touched());
            files.remove(job.id(), JobFiles.Kind.FILE);
            return new JobRuns.Ended(Job.State.DONE, whole.came());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    JobRuns.Ended undo(Page page, SheetIntake intake, Job job, Exports.Progress progress) {
        List<Taken.Touched> touched = takenRows.of(job.id());
        List<String> why = intake.undo(page, touched, progress);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rows", touched.size());
        result.put("why", String.join("\n", why.subList(0, Math.min(20, why.size()))));
        return new JobRuns.Ended(why.isEmpty() ? Job.State.DONE : Job.State.FAULTY, result);
    }

    private void mark(Page page, long job, Path file, List<Fault> faults) throws IOException {
        Path copy = Files.createTempFile("huiyin", ".xlsx");
        TableSource source = open(file);
        try {
            new MarkedCopy(page, faults).write(source, copy);
            files.keep(job, JobFiles.Kind.MARKED, copy);
        } finally {
            close(source);
            Files.deleteIfExists(copy);
        }
    }

    static TableSource open(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new Unreadable("empty");
        }
        return WorkbookCheck.looksLikeOne(file) ? XlsxSource.open(file) : new CsvSource(file);
    }

    private static void close(@Nullable TableSource source) throws IOException {
        if (source instanceof XlsxSource book) {
            book.close();
        }
    }
}
