package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.WorkCalendar;

/** Says beforehand how many deadlines a version of the calendar would change. Reads only. */
public final class Foresight {

    /** Looked at on a page at most; a count that stops here says so. */
    private static final int MOST = 300_000;

    // A deadline before the first changed day stays as it is: nothing after it was counted.
    private static final String OPEN_FROM = """
            select c.matter_id, c.ordinal, c.name, c.unit, c.round, c.started_at, c.span_limit, c.pauses, c.extensions, c.due_at, c.near_at,
              c.provisional, c.recorded, c.calendar, c.stopped_at, c.met
            from clock c where c.stopped_at is null and not c.recorded and c.due_at >= ? limit ?
            """;
    private static final int FETCHED_AT_ONCE = 5000;

    private final Desk.Equipment equipment;

    public Foresight(Desk.Equipment equipment) {
        this.equipment = equipment;
    }

    /**
     * What would change.
     *
     * @param later how many open clocks would end later, {@code earlier} how many earlier
     * @param certain how many would end as they do now but no longer be a guess
     * @param whole whether every open clock was looked at that could change
     */
    public record Foreseen(long looked, long later, long earlier, long certain, boolean whole) {

        /** How many deadlines move. */
        public long moved() {
            return later + earlier;
        }
    }

    /** Compares the deadlines of open clocks with those under another version. */
    public Foreseen foresee(WorkCalendar next, CalendarChange change) throws SQLException {
        Instant begin = change.begin();
        if (begin == null) {
            return new Foreseen(0, 0, 0, 0, true);
        }
        try (Connection connection = equipment.database().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(OPEN_FROM)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                statement.setObject(1, Worklists.time(begin));
                statement.setInt(2, MOST);
                try (ResultSet row = statement.executeQuery()) {
                    return compare(row, next);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Foreseen compare(ResultSet row, WorkCalendar next) throws SQLException {
        long looked = 0;
        long later = 0;
        long earlier = 0;
        long certain = 0;
        while (row.next()) {
            Clock now = Clocks.clock(row);
            Clock then = now.under(next);
            int way = then.deadline().due().compareTo(now.deadline().due());
            looked++;
            later += way > 0 ? 1 : 0;
            earlier += way < 0 ? 1 : 0;
            certain +=
                    way == 0 && now.deadline().provisional() && !then.deadline().provisional() ? 1 : 0;
        }
        return new Foreseen(looked, later, earlier, certain, looked < MOST);
    }
}
