package org.huiyin.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Projection;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a batch of steps counts as: facts, judged clocks, and what both add to the tallies, each with one statement. */
@Component
public final class CountScribe implements Projection {

    private static final String FACTS = """
            insert into fact (matter_id, seq, programme, unit, town, category, at, parts)
            select matter_id, seq, programme, unit, town, category, timestamptz 'epoch' + at * interval '1 microsecond', parts::text[]
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) u(matter_id, seq, programme, unit, town, category, at, parts)
            """;
    private static final String JUDGED = """
            insert into judged_clock (matter_id, ordinal, programme, clock, unit, town, category, due_at, kept)
            select matter_id, ordinal, programme, clock, unit, town, category, timestamptz 'epoch' + due_at * interval '1 microsecond', kept
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) u(matter_id, ordinal, programme, clock, unit, town, category, due_at, kept)
            on conflict (matter_id, ordinal) do update set unit = excluded.unit, town = excluded.town, category = excluded.category,
              due_at = excluded.due_at, kept = excluded.kept
            """;
    private static final String NO_LONGER_JUDGED = """
            delete from judged_clock using unnest(?, ?) u(matter_id, ordinal)
            where judged_clock.matter_id = u.matter_id and judged_clock.ordinal = u.ordinal
            """;
    private static final String ADDITION = """
            insert into tally_addition (programme, unit, town, category, stretch, by_day, parts, n) values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String TOWN_BY_DAY = "town-day";
    static final String CATEGORY_BY_DAY = "category-day";
    /** Stands between the parts of what a step counted as. */
    static final String BETWEEN = ",";

    private final Counting counting;

    public CountScribe(Counting counting) {
        this.counting = counting;
    }

    /** What is added to the tallies: to the sums of a stretch, or to those of a day. */
    private record Entry(
            String programme, int unit, String town, String category, int stretch, boolean byDay, String parts) {

        void addTo(Columns additions, int n) {
            additions.add(programme, unit, town, category, stretch, byDay, parts, n);
        }
    }

    private static Columns additions() {
        return new Columns("text", "int4", "text", "text", "int4", "bool", "text", "int4");
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns additions = additions();
        writeFacts(writes, batch, additions);
        writeJudged(
                writes, batch.stream().flatMap(one -> counting.judged(one.before(), one.after()).stream()), additions);
        writes.add(ADDITION, additions);
    }

    /** A published calendar moves deadlines that will be judged, and with them the stretch of time they count in. */
    @Override
    public void takenOver(Writes writes, List<TakenOver> batch) {
        Columns additions = additions();
        writeJudged(
                writes, batch.stream().flatMap(one -> counting.judged(one.before(), one.after()).stream()), additions);
        writes.add(ADDITION, additions);
    }

    private void writeFacts(Writes writes, List<Accepted> batch, Columns additions) {
        Columns columns = new Columns("int8", "int4", "text", "int4", "text", "text", "int8", "text");
        for (Accepted one : batch) {
            for (Fact fact : counting.facts(one)) {
                String parts = String.join(BETWEEN, fact.parts());
                columns.add(
                        fact.matter(),
                        fact.seq(),
                        fact.programme(),
                        fact.unit(),
                        fact.town(),
                        fact.category(),
                        Columns.micros(fact.at()),
                        "{" + parts + "}");
                entry(fact, stretch(fact.programme(), fact.at()), false, parts).addTo(additions, 1);
                List<String> daily = counting.daily(fact);
                if (!daily.isEmpty()) {
                    entry(fact, Stretches.day(fact.at(), counting.zone()), true, String.join(BETWEEN, daily))
                            .addTo(additions, 1);
                }
            }
        }
        writes.add(FACTS, columns);
    }

    /** A batch may hold several steps of one matter: only what came of a clock in the end is written. */
    private void writeJudged(Writes writes, Stream<Judged.Change> changes, Columns additions) {
        Map<Judged.Place, Judged.Change> last = new LinkedHashMap<>();
        changes.forEach(change -> {
            Entry was = entry(change.before());
            Entry is = entry(change.after());
            if (!Objects.equals(was, is)) {
                add(additions, was, -1);
                add(additions, is, 1);
            }
            last.put(change.place(), change);
        });
        Columns put = new Columns("int8", "int4", "text", "text", "int4", "text", "text", "int8", "bool");
        Columns gone = new Columns("int8", "int4");
        last.forEach((place, change) -> {
            Judged after = change.after();
            if (after == null) {
                gone.add(place.matter(), place.ordinal());
            } else {
                put.add(
                        after.matter(),
                        after.ordinal(),
                        after.programme(),
                        after.clock(),
                        after.unit(),
                        after.town(),
                        after.category(),
                        Columns.micros(after.due()),
                        after.kept());
            }
        });
        writes.add(JUDGED, put);
        writes.add(NO_LONGER_JUDGED, gone);
    }

    private static void add(Columns additions, @Nullable Entry entry, int n) {
        if (entry != null) {
            entry.addTo(additions, n);
        }
    }

    private static Entry entry(Fact fact, int stretch, boolean byDay, String parts) {
        return new Entry(fact.programme(), fact.unit(), fact.town(), fact.category(), stretch, byDay, parts);
    }

    private @Nullable Entry entry(@Nullable Judged judged) {
        List<String> parts = judged == null ? List.of() : counting.parts(judged);
        return judged == null || parts.isEmpty()
                ? null
                : new Entry(
                        judged.programme(),
                        judged.unit(),
                        judged.town(),
                        judged.category(),
                        stretch(judged.programme(), judged.due()),
                        false,
                        String.join(BETWEEN, parts));
    }

    private int stretch(String programme, Instant at) {
        Measures measures = counting.inForce(programme, at)
                .orElseThrow(() -> new IllegalStateException(programme + " is not measured at " + at));
        return Stretches.of(measures, at, counting.zone());
    }

    @Override
    public String shadow() {
        return CountShadow.TABLES;
    }

    @Override
    public List<Comparison> comparisons() {
        return CountShadow.COMPARISONS;
    }
}
