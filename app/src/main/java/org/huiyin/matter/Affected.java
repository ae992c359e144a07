package org.huiyin.matter;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;

/**
 * Which open clocks a timetable may judge otherwise than the one that was last taken over: those under no version in force, those of units
 * that go by another calendar, and those whose limits were set. Some of the others stay as they are.
 */
record Affected(String[] inForce, Integer[] units, String[] clocks) {

    static Affected since(Timetable last, Timetable timetable) {
        return new Affected(
                timetable.calendars().values().stream()
                        .map(WorkCalendar::version)
                        .toArray(String[]::new),
                timetable.unitsChangedSince(last).toArray(Integer[]::new),
                timetable.clocksChangedSince(last).toArray(String[]::new));
    }

    /** Fills the conditions of a statement from that parameter on; returns the next one. */
    int set(PreparedStatement statement, int from) throws SQLException {
        Array changed = statement.getConnection().createArrayOf("int4", units);
        statement.setArray(from, statement.getConnection().createArrayOf("text", inForce));
        statement.setArray(from + 1, statement.getConnection().createArrayOf("text", clocks));
        statement.setArray(from + 2, changed);
        statement.setArray(from + 3, changed);
        return from + 4;
    }
}
