package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Projection;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Measures;
import org.springframework.stereotype.Component;

/** Writes what a batch of steps counts as: facts, judged clocks, and the tallies of both, each with one statement. */
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
    private static final String TALLIES = """
            insert into tally (programme, dimension, stretch, part, key, lane, n)
            select programme, dimension, stretch, part, key, lane, n
            from unnest(?, ?, ?, ?, ?, ?, ?) u(programme, dimension, stretch, part, key, lane, n)
            on conflict (programme, dimension, stretch, part, key, lane) do update set n = tally.n + excluded.n
            """;

    static final String UNIT = "unit";
    static final String TOWN = "town";
    static final String CATEGORY = "category";
    static final String TOWN_BY_DAY = "town-day";
    static final String CATEGORY_BY_DAY = "category-day";

    private final Counting counting;

    public CountScribe(Counting counting) {
        this.counting = counting;
    }

    /** One sum; rows are written in this order, so that two writers never wait for each other in turn. */
    private record Cell(String programme, String dimension, int stretch, String part, String key) {

        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::programme)
                .thenComparing(Cell::dimension)
                .thenComparingInt(Cell::stretch)
                .thenComparing(Cell::part)
                .thenComparing(Cell::key);
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Map<Cell, Long> sums = new HashMap<>();
        writeFacts(writes, batch, sums);
        List<Judged.Change> changes = new ArrayList<>();
        batch.forEach(one -> changes.addAll(counting.judged(one.before(), one.after())));
        writeJudged(writes, changes, sums);
        writeTallies(writes, sums);
    }

    /** A published calendar moves deadlines that will be judged, and with them the stretch of time they count in. */
    @Override
    public void takenOver(Writes writes, List<TakenOver> batch) {
        Map<Cell, Long> sums = new HashMap<>();
        List<Judged.Change> changes = new ArrayList<>();
        batch.forEach(one -> changes.addAll(counting.judged(one.before(), one.after())));
        writeJudged(writes, changes, sums);
        writeTallies(writes, sums);
    }

    private void writeFacts(Writes writes, List<Accepted> batch, Map<Cell, Long> sums) {
        Columns columns = new Columns("int8", "int4", "text", "int4", "text", "text", "int8", "text");
        for (Accepted one : batch) {
            for (Fact fact : counting.facts(one)) {
                columns.add(
                        fact.matter(),
                        fact.seq(),
                        fact.programme(),
                        fact.unit(),
                        fact.town(),
                        fact.category(),
                        Columns.micros(fact.at()),
                        "{" + String.join(",", fact.parts()) + "}");
                tally(sums, fact);
            }
        }
        writes.add(FACTS, columns);
    }

    /** A batch may hold several steps of one matter: only what came of a clock in the end is written. */
    private void writeJudged(Writes writes, List<Judged.Change> changes, Map<Cell, Long> sums) {
        Map<List<Long>, Judged.Change> last = new LinkedHashMap<>();
        for (Judged.Change change : changes) {
            Judged before = change.before();
            Judged after = change.after();
            if (before != null) {
                tally(sums, before, -1);
                last.put(List.of(before.matter(), (long) before.ordinal()), change);
            }
            if (after != null) {
                tally(sums, after, 1);
                last.put(List.of(after.matter(), (long) after.ordinal()), change);
            }
        }
        Columns put = new Columns("int8", "int4", "text", "text", "int4", "text", "text", "int8", "bool");
        Columns gone = new Columns("int8", "int4");
        last.forEach((key, change) -> {
            Judged after = change.after();
            if (after == null) {
                gone.add(key.getFirst(), key.getLast().intValue());
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

    private static void writeTallies(Writes writes, Map<Cell, Long> sums) {
        List<Cell> cells = new ArrayList<>(sums.keySet());
        cells.sort(Cell.ORDER);
        Columns columns = new Columns("text", "text", "int4", "text", "text", "int4", "int8");
        for (Cell cell : cells) {
            long n = sums.getOrDefault(cell, 0L);
            if (n != 0) {
                columns.add(
                        cell.programme(), cell.dimension(), cell.stretch(), cell.part(), cell.key(), writes.lane(), n);
            }
        }
        writes.add(TALLIES, columns);
    }

    private void tally(Map<Cell, Long> sums, Fact fact) {
        int stretch = stretch(fact.programme(), fact.at());
        int day = Stretches.day(fact.at(), counting.zone());
        for (String part : fact.parts()) {
            add(sums, fact.programme(), stretch, part, fact.unit(), fact.town(), fact.category(), 1);
            if (counting.daily(fact.programme(), fact.at(), part)) {
                sums.merge(new Cell(fact.programme(), TOWN_BY_DAY, day, part, fact.town()), 1L, Long::sum);
                sums.merge(new Cell(fact.programme(), CATEGORY_BY_DAY, day, part, fact.category()), 1L, Long::sum);
            }
        }
    }

    private void tally(Map<Cell, Long> sums, Judged judged, long by) {
        int stretch = stretch(judged.programme(), judged.due());
        for (String part : counting.parts(judged)) {
            add(sums, judged.programme(), stretch, part, judged.unit(), judged.town(), judged.category(), by);
        }
    }

    private static void add(
            Map<Cell, Long> sums,
            String programme,
            int stretch,
            String part,
            int unit,
            String town,
            String category,
            long by) {
        sums.merge(new Cell(programme, UNIT, stretch, part, Integer.toString(unit)), by, Long::sum);
        sums.merge(new Cell(programme, TOWN, stretch, part, town), by, Long::sum);
        sums.merge(new Cell(programme, CATEGORY, stretch, part, category), by, Long::sum);
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
