package org.huiyin.matter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
    private static final String TAKING_OVER =
            "a version of the calendar is being taken over; examine again when that is done";

    private final Desk.Equipment equipment;
    private final StepStream stream;
    private final List<Projection> projections;
    private final List<Examiner> examiners;

    public Doctor(Desk.Equipment equipment) {
        this(equipment, List.of());
    }

    /** With what the features examine themselves. */
    public Doctor(Desk.Equipment equipment, List<Examiner> examiners) {
        this.equipment = equipment;
        this.examiners = List.copyOf(examiners);
        this.stream = new StepStream(equipment);
        this.projections = Folding.projections(equipment);
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
            if (beingTakenOver(reading)) {
                return new Report(0, 0, List.of(new Difference("calendar_pass", 0, TAKING_OVER)));
            }
            Folding folding = new Folding(new Folding.Into(shadow, projections, 0), progress);
            long steps = stream.tell(reading, StepStream.Range.ALL, Matter.NEVER, folding);
            folding.end();
            List<Difference> differences = new ArrayList<>(folding.broken());
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
            return new Report(steps, folding.matters(), differences);
        }
    }

    /** Between a calendar's publishing and its taking over, open clocks are rightly under either version. */
    private boolean beingTakenOver(Connection reading) throws SQLException {
        return Rederivation.known(reading, equipment.calendars().current().number())
                .map(progress -> progress.finishedAt() == null)
                .orElse(false);
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
