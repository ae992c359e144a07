package org.huiyin.calendar;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The timetables of a city: the one in force now, and those that judged before it. Safe for any thread. */
public interface Calendars {

    /** The one in force; may be a second old where several machines share a database. */
    Timetable current();

    /** The one that was in force at an instant; the first for any before it. */
    Timetable at(Instant instant);

    /** The one with this number; the first is 1. */
    Timetable numbered(int number);

    /** The version of a calendar that goes by this name in a clock; nothing when it was never published here. */
    Optional<WorkCalendar> named(String version);

    /** A calendar that has no other version, and the shipped ones beside it: for scenarios, tests and commands without a database. */
    static Calendars only(WorkCalendar calendar) {
        Map<String, WorkCalendar> all = new HashMap<>();
        WrittenCalendar.SHIPPED.forEach(code -> all.put(code, WorkCalendar.named(code)));
        all.put(Timetable.CITY, calendar);
        return new Only(new Timetable(1, all, Map.of(), List.of()));
    }

    /** One for ever. */
    record Only(Timetable current) implements Calendars {

        @Override
        public Timetable at(Instant instant) {
            return current;
        }

        @Override
        public Timetable numbered(int number) {
            return current;
        }

        @Override
        public Optional<WorkCalendar> named(String version) {
            return current.calendars().values().stream()
                    .filter(one -> one.version().equals(version))
                    .findFirst();
        }
    }
}
