package org.huiyin.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in force together: the calendars, which unit goes by which, and limits set otherwise than the programmes do. Whatever is published makes the next one, numbered from 1. Immutable.
 *
 * @param calendars by their names; the city's is always among them
 * @param units the units that do not go by the city's calendar, each with the name of the one it goes by
 * @param limits oldest first; a later one for the same matters goes before an earlier one
 */
public record Timetable(
        int number, Map<String, WorkCalendar> calendars, Map<Integer, String> units, List<LimitPolicy> limits) {

    /** The name of the city's calendar, by which goes whoever has no other. */
    public static final String CITY = "cn";

    public Timetable {
        calendars = Map.copyOf(calendars);
        units = Map.copyOf(units);
        limits = List.copyOf(limits);
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
        return new Timetable(number + 1, changed, units, limits);
    }

    /** The same with units that go by other calendars. */
    public Timetable withUnits(Map<Integer, String> changed) {
        return new Timetable(number + 1, calendars, changed, limits);
    }

    /** The same with limits set. */
    public Timetable withLimits(List<LimitPolicy> set) {
        List<LimitPolicy> all = new ArrayList<>(limits);
        all.addAll(set);
        return new Timetable(number + 1, calendars, units, all);
    }

    /** The limit set for a clock that began then; nothing when the programme's holds. */
    public Optional<Limit> limit(String programme, String clock, String key, Instant started) {
        return limits.isEmpty() ? Optional.empty() : LimitPolicy.of(limits, programme, clock, key, started);
    }

    /** The clocks for which limits were set since an earlier one that hold for running ones too. */
    public Set<String> clocksChangedSince(Timetable earlier) {
        return limits.subList(Math.min(earlier.limits.size(), limits.size()), limits.size()).stream()
                .filter(LimitPolicy::openToo)
                .map(LimitPolicy::clock)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The units that went by another calendar in an earlier one. */
    public Set<Integer> unitsChangedSince(Timetable earlier) {
        Set<Integer> all = new TreeSet<>(units.keySet());
        all.addAll(earlier.units.keySet());
        all.removeIf(unit -> units.getOrDefault(unit, CITY).equals(earlier.units.getOrDefault(unit, CITY)));
        return all;
    }
}
