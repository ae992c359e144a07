package org.huiyin.matter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves that every projection follows from the steps: folds all steps again into temporary tables and compares them with the real ones, row by
 * row. Reads one snapshot, so it may run while people work; changes nothing.
 */
public final class Doctor {

    /** Temporary tables come first in the search path, so that the Desk's own statements fill them and nothing else. */
    private static final String SHADOW = """
            create temp table matter (like public.matter) on commit drop;
            create temp table clock (like public.clock) on commit drop;
            create temp table on_desk (like public.on_desk) on commit drop;
            create temp table list_tally (like public.list_tally) on commit drop;
            create unique index on pg_temp.clock (matter_id, ordinal);
            create unique index on pg_temp.on_desk (matter_id);
            create unique index on pg_temp.list_tally (programme, list, town, lane)
            """;

    private static final String MATTERS_THAT_DIFFER = """
            select coalesce(was.id, again.id), case when was.id is null then 'missing' when again.id is null then 'without steps' else 'different' end
            from public.matter was full join pg_temp.matter again on again.id = was.id
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String CLOCKS_THAT_DIFFER = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.clock was full join pg_temp.clock again on again.matter_id = was.matter_id and again.ordinal = was.ordinal
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String DESKS_THAT_DIFFER = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'on no desk by its steps' else 'different' end
            from public.on_desk was full join pg_temp.on_desk again on again.matter_id = was.matter_id
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String TALLIES_THAT_DIFFER = """
            select 0, coalesce(was.list, again.list) || ' of ' || coalesce(was.town, again.town) || ': ' || coalesce(was.n, 0) || ' counted, '
              || coalesce(again.n, 0) || ' follow from the steps'
            from (select programme, list, town, sum(n) n from public.list_tally group by programme, list, town having sum(n) <> 0) was
            full join (select programme, list, town, sum(n) n from pg_temp.list_tally group by programme, list, town having sum(n) <> 0) again
              on again.programme = was.programme and again.list = was.list and again.town = was.town
            where was.n is distinct from again.n order by 2 limit 1000
            """;
    private static final String KEYS_THAT_DIFFER = """
            select coalesce(b.matter_id, s.matter_id), case when b.key is null then 'its first step is not known by its key'
              else 'the key ' || b.key || ' did not begin it' end
            from public.begun b full join (select matter_id, key from public.step where seq = 1) s on s.matter_id = b.matter_id and s.key = b.key
            where b.key is null or s.key is null order by 1 limit 1000
            """;
    private static final int FLUSH_AT = 2000;

    private final Desk.Equipment equipment;
    private final StepStream stream;
    private final List<Projection> projections;
    private final List<Examiner> examiners;
    private final ListTally tally = new ListTally(0);

    public Doctor(Desk.Equipment equipment) {
        this(equipment, List.of());
    }

    /** With what the features examine themselves. */
    public Doctor(Desk.Equipment equipment, List<Examiner> examiners) {
        this.equipment = equipment;
        this.examiners = List.copyOf(examiners);
        this.stream = new StepStream(equipment);
        this.projections = equipment.scribes().stream()
                .filter(Projection.class::isInstance)
                .map(Projection.class::cast)
                .toList();
    }

    /**
     * What was found.
     *
     * @param differences at most a thousand a table; empty when every row follows from the steps
     */
    public record Report(long steps, long matters, List<Difference> differences) {

        public boolean sound() {
            return differences.isEmpty();
        }
    }

    /** One row that does not follow from the steps; matter is 0 for a tally. */
    public record Difference(String table, long matter, String what) {}

    /**
     * Folds everything again and compares.
     *
     * @param progress told how many steps have been read so far
     */
    public Report examine(LongConsumer progress) throws SQLException {
        try (Connection reading = equipment.database().getConnection();
                Connection shadow = equipment.database().getConnection()) {
            begin(reading);
            begin(shadow);
            String snapshot = text(reading, "select pg_export_snapshot()");
            run(shadow, "set transaction snapshot '" + snapshot + "'");
            run(shadow, SHADOW);
            for (Projection projection : projections) {
                run(shadow, projection.shadow());
            }
            StepChain chain = new StepChain();
            long[] counts = foldAll(reading, shadow, chain, progress);
            List<Difference> differences = new ArrayList<>(chain.broken());
            differences.addAll(differences(shadow, "matter", MATTERS_THAT_DIFFER));
            differences.addAll(differences(shadow, "clock", CLOCKS_THAT_DIFFER));
            differences.addAll(differences(shadow, "on_desk", DESKS_THAT_DIFFER));
            differences.addAll(differences(shadow, "list_tally", TALLIES_THAT_DIFFER));
            differences.addAll(differences(shadow, "begun", KEYS_THAT_DIFFER));
            differences.addAll(new StandingCheck(equipment.programmes()).differences(shadow));
            for (Projection projection : projections) {
                for (Projection.Comparison comparison : projection.comparisons()) {
                    differences.addAll(differences(shadow, comparison.table(), comparison.sql()));
                }
            }
            for (Examiner examiner : examiners) {
                differences.addAll(examiner.examine(reading));
            }
            reading.rollback();
            shadow.rollback();
            return new Report(counts[0], counts[1], differences);
        }
    }

    private long[] foldAll(Connection reading, Connection shadow, StepChain chain, LongConsumer progress)
            throws SQLException {
        long[] counts = new long[2];
        List<Matter> folded = new ArrayList<>(FLUSH_AT);
        List<StepScribe.Accepted> taken = new ArrayList<>(FLUSH_AT);
        Matter[] present = new Matter[1];
        stream.tell(reading, StepStream.Range.ALL, Matter.NEVER, one -> {
            if (one.before() == null && present[0] != null) {
                folded.add(present[0]);
                flush(shadow, folded, FLUSH_AT);
            }
            counts[1] += one.before() == null ? 1 : 0;
            chain.next(one.step(), one.before() == null ? 1 : one.before().round());
            present[0] = one.after();
            taken.add(one);
            tell(shadow, taken, FLUSH_AT);
            progress.accept(++counts[0]);
        });
        if (present[0] != null) {
            folded.add(present[0]);
        }
        flush(shadow, folded, 1);
        tell(shadow, taken, 1);
        return counts;
    }

    private void tell(Connection shadow, List<StepScribe.Accepted> taken, int atLeast) throws SQLException {
        if (taken.size() >= atLeast) {
            for (Projection projection : projections) {
                projection.scribe(shadow, 0, taken);
            }
            taken.clear();
        }
    }

    private void flush(Connection shadow, List<Matter> folded, int atLeast) throws SQLException {
        if (folded.size() < atLeast || folded.isEmpty()) {
            return;
        }
        Matters.insert(shadow, folded);
        Clocks.put(shadow, folded, Map.of());
        OnDesk.put(shadow, folded, Map.of());
        tally.scribe(shadow, folded.stream().map(Doctor::asBegun).toList());
        folded.clear();
    }

    private static StepScribe.Accepted asBegun(Matter matter) {
        Step.By nobody = new Step.By(0, 0, 0, org.huiyin.org.Role.SYSTEM);
        Step step = new Step(
                matter.id(),
                1,
                "",
                nobody,
                matter.raisedAt(),
                matter.raisedAt(),
                "",
                matter.state(),
                1,
                Map.of(),
                Map.of(),
                List.of(),
                "");
        return new StepScribe.Accepted(step, null, matter);
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private static List<Difference> differences(Connection connection, String table, String sql) throws SQLException {
        List<Difference> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(new Difference(table, row.getLong(1), row.getString(2)));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
