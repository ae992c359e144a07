package org.huiyin.calendar;

import java.time.Instant;
import java.util.Optional;

/** The versions of one calendar: the one in force now, and those that judged before it. Safe for any thread. */
public interface Calendars {

    /** The version in force; may be a second old where several machines share a database. */
    Numbered current();

    /** The version that was in force at an instant; the first for any before it. */
    Numbered at(Instant instant);

    /** The version with this number; the first is 1. */
    WorkCalendar numbered(int number);

    /** The version that goes by this name in a clock; nothing when it was never published here. */
    Optional<WorkCalendar> named(String version);

    /** A version with its number. */
    record Numbered(int number, WorkCalendar calendar) {}

    /** A calendar that has no other version: for scenarios, tests and commands without a database. */
    static Calendars only(WorkCalendar calendar) {
        return new Only(new Numbered(1, calendar));
    }

    /** One version for ever. */
    record Only(Numbered current) implements Calendars {

        @Override
        public Numbered at(Instant instant) {
            return current;
        }

        @Override
        public WorkCalendar numbered(int number) {
            return current.calendar();
        }

        @Override
        public Optional<WorkCalendar> named(String version) {
            return version.equals(current.calendar().version()) ? Optional.of(current.calendar()) : Optional.empty();
        }
    }
}
