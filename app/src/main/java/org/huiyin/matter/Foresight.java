package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.huiyin.calendar.Timetable;

/** Says beforehand how many deadlines a timetable would change. Reads only. */
public final class Foresight {

    /** Looked at on a page at most; a count that stops here says so. */
    private static final int MOST = 300_000;

    private static final String AFFECTED = """
            select c.matter_id, c.ordinal, c.name, c.unit, c.round, c.started_at, c.span_limit, c.pauses, c.extensions, c.due_at, c.near_at,
              c.provisional, c.recorded, c.calendar, c.stopped_at, c.met,
              m.programme, m.programme_version, m.lead_unit, m.office_unit, m.urgency, m.category, m.kind
            from clock c join matter m on m.id = c.matter_id
            where c.stopped_at is null and not c.recorded and (c.calendar <> all(?::text[]) or c.name = any(?::text[]) or cardinality(?::int[]) > 0
              and exists (select 1 from unnest(?::int[]) u(id) where u.id in (c.unit, m.lead_unit, m.office_unit)))
            limit ?
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

    /** Compares the deadlines of open clocks with those under another timetable. */
    public Foreseen foresee(Timetable next) throws SQLException {
        try (Connection connection = equipment.database().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(AFFECTED)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                int limit =
                        Affected.since(equipment.calendars().current(), next).set(statement, 1);
                statement.setInt(limit, MOST);
                try (ResultSet row = statement.executeQuery()) {
                    return compare(row, next);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Foreseen compare(ResultSet row, Timetable next) throws SQLException {
        long looked = 0;
        long later = 0;
        long earlier = 0;
        long certain = 0;
        while (row.next()) {
            Clock now = Clocks.clock(row);
            Reckoning reckoning =
                    new Reckoning(equipment.programmes().version(row.getString(17), row.getInt(18)), next);
            Clock then = reckoning.of(
                    now,
                    new Reckoning.Bearing(
                            Matters.integer(row, 19),
                            row.getInt(20),
                            row.getString(21),
                            row.getString(22),
                            row.getString(23)));
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
