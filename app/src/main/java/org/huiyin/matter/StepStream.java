package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.calendar.Timetable;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/** Every step ever taken, matter by matter in order, with the matter before and after it folded again: what recounts rest on. */
public final class StepStream {

    private static final String STEPS = """
            select matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, fields::text, evidence, key,
              programme, programme_version
            from public.step where matter_id >= ? and matter_id < ? and recorded_at <= ? order by matter_id, seq
            """;
    private static final String YEARS = """
            select min(matter_id) / 10000000, max(matter_id) / 10000000 from public.step
            """;
    private static final String LAST = """
            select max(matter_id) from public.step where matter_id >= ? and matter_id < ?
            """;
    private static final long YEAR = 10_000_000L;
    private static final int FETCH = 2000;

    private final Desk.Equipment equipment;
    private final Fold fold;

    public StepStream(Desk.Equipment equipment) {
        this.equipment = equipment;
        this.fold = new Fold(equipment.calendars(), equipment.zone());
    }

    /** Matters from one id up to, but without, another. */
    public record Range(long from, long until) {

        /** Every matter there is. */
        public static final Range ALL = new Range(0, Long.MAX_VALUE);
    }

    /** Is told each step in its order. */
    @FunctionalInterface
    public interface Listener {

        void step(StepScribe.Accepted step) throws SQLException;

        /** Told where another timetable judges open clocks otherwise, before a step or after the last one. */
        default void takenOver(StepScribe.TakenOver matter) throws SQLException {}
    }

    /**
     * Tells the steps of a range that were recorded until an instant, and what the timetable in force then makes of the clocks still open.
     *
     * @param connection in a transaction, or everything would be fetched at once
     * @return how many there were
     */
    public long tell(Connection connection, Range range, Instant until, Listener listener) throws SQLException {
        long steps = 0;
        Timetable inForce = equipment.calendars().at(until);
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, range.from());
            statement.setLong(2, range.until());
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                Matter present = null;
                while (row.next()) {
                    Step step = Steps.read(row);
                    if (present != null && present.id() != step.matter()) {
                        under(inForce, present, listener);
                        present = null;
                    }
                    Programme programme = equipment.programmes().version(row.getString(16), row.getInt(17));
                    present = tell(programme, step, present, listener);
                    steps++;
                }
                if (present != null) {
                    under(inForce, present, listener);
                }
            }
        }
        return steps;
    }

    private Matter tell(Programme programme, Step step, @Nullable Matter present, Listener listener)
            throws SQLException {
        Matter before = present == null ? null : under(fold.timetable(step), present, listener);
        Matter after = fold.apply(programme, before, step);
        listener.step(new StepScribe.Accepted(step, before, after));
        return after;
    }

    private Matter under(Timetable timetable, Matter matter, Listener listener) throws SQLException {
        Programme programme = equipment.programmes().version(matter.programme(), matter.programmeVersion());
        Matter judged = new Reckoning(programme, timetable).of(matter);
        if (judged != matter) {
            listener.takenOver(new StepScribe.TakenOver(matter, judged));
        }
        return judged;
    }

    /** All matters in ranges of about the given size, for readers that work side by side. */
    public List<Range> ranges(Connection connection, long size) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        long[] years = longs(connection, YEARS);
        for (long year = years[0]; years[1] > 0 && year <= years[1]; year++) {
            long last = longs(connection, LAST, year * YEAR, (year + 1) * YEAR)[0];
            for (long from = year * YEAR; from <= last; from += size) {
                ranges.add(new Range(from, Math.min(from + size, (year + 1) * YEAR)));
            }
        }
        return ranges;
    }

    private static long[] longs(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long[] values = new long[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getLong(i + 1);
                }
                return values;
            }
        }
    }
}
