package org.huiyin.alike;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;

/** Keeps the imprint of every matter that is raised now, in the Desk's transaction. What is taken over from years ago needs none. */
public final class ImprintScribe implements StepScribe {

    /** How long an imprint is kept: longer than anything asks for. */
    static final Duration KEPT = Duration.ofDays(60);

    // Arrays of arrays cannot differ in length; each comes as the text of its own array.
    private static final String KEEP = """
            insert into imprint (matter_id, raised_at, pairs, sketch, bands, spots, latitude, longitude)
            select id, timestamptz 'epoch' + raised * interval '1 microsecond', pairs, sketch::bit(1024), bands::integer[], spots::integer[],
              latitude::float8, longitude::float8
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) u(id, raised, pairs, sketch, bands, spots, latitude, longitude)
            on conflict (matter_id) do nothing
            """;

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns rows = new Columns("int8", "int8", "bytea", "text", "text", "text", "text", "text");
        for (Accepted accepted : batch) {
            Step step = accepted.step();
            if (accepted.before() == null && young(step)) {
                add(rows, step);
            }
        }
        writes.add(KEEP, rows);
    }

    private static boolean young(Step step) {
        Instant oldest = step.recordedAt().minus(KEPT);
        return step.occurredAt().isAfter(oldest);
    }

    private static void add(Columns rows, Step step) {
        Told told = Told.of(step.fields());
        Imprint imprint = told.imprint();
        Position position = told.position();
        rows.add(
                step.matter(),
                Columns.micros(step.occurredAt()),
                imprint.bytes(),
                imprint.sketch().written(),
                array(imprint.bands()),
                array(told.spots()),
                position == null ? null : Double.toString(position.latitude()),
                position == null ? null : Double.toString(position.longitude()));
    }

    private static String array(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
