package org.huiyin.calendar;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is in force together: the calendars, and which unit goes by which. Whatever is published makes the next one, numbered from 1. Immutable.
 *
 * @param calendars by their names; the city's is always among them
 * @param units the units that do not go by the city's calendar, each with the name of the one it goes by
 */
public record Timetable(int number, Map<String, WorkCalendar> calendars, Map<Integer, String> units) {

    /** The name of the city's calendar, by which goes whoever has no other. */
    public static final String CITY = "cn";

    public Timetable {
        calendars = Map.copyOf(calendars);
        units = Map.copyOf(units);
        if (!calendars.containsKey(CITY)) {
            throw new IllegalArgumentException("A timetable needs the calendar " + CITY);
        }
    }

    /** The city's calendar. */
    public WorkCalendar calendar() {
        return named(CITY);
    }

    /** The calendar of this name; the city's when there is none. */
    public WorkCalendar named(String code) {
        WorkCalendar found = calendars.get(code);
        return found == null ? calendars.getOrDefault(CITY, WorkCalendar.china()) : found;
    }

    /** The calendar a unit goes by; the city's for none in particular. */
    public WorkCalendar of(@Nullable Integer unit) {
        return named(unit == null ? CITY : units.getOrDefault(unit, CITY));
    }

    /** The same with one calendar changed or added. */
    public Timetable with(WorkCalendar calendar) {
        Map<String, WorkCalendar> changed = new HashMap<>(calendars);
        changed.put(calendar.code(), calendar);
        return new Timetable(number + 1, changed, units);
    }

    /** The same with units that go by other calendars. */
    public Timetable withUnits(Map<Integer, String> changed) {
        return new Timetable(number + 1, calendars, changed);
    }

    /** The units that went by another calendar in an earlier one. */
    public Set<Integer> unitsChangedSince(Timetable earlier) {
        Set<Integer> all = new TreeSet<>(units.keySet());
        all.addAll(earlier.units.keySet());
        all.removeIf(unit -> units.getOrDefault(unit, CITY).equals(earlier.units.getOrDefault(unit, CITY)));
        return all;
    }
}
