package org.huiyin.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;

/** Timetables in memory; a machine that has not heard of the newest yet is {@link #stale()}. */
public final class PublishedCalendars implements Calendars {

    private final List<Timetable> versions = new CopyOnWriteArrayList<>(
            List.of(Calendars.only(WorkCalendar.china()).current()));

    /** Publishes a version of the city's calendar in which nobody works on these days. */
    public void dayOff(String from, String to) {
        dayOff("cn", from, to);
    }

    /** The same of another calendar. */
    public void dayOff(String code, String from, String to) {
        versions.add(current()
                .with(WrittenCalendar.shipped(code)
                        .withDays(LocalDate.parse(from), LocalDate.parse(to), List.of(), "停电")
                        .calendar()));
    }

    /** Publishes by which calendars units go. */
    public void units(Map<Integer, String> units) {
        versions.add(current().withUnits(units));
    }

    /** Publishes a limit. */
    public void limit(LimitPolicy policy) {
        versions.add(current().withLimits(List.of(policy)));
    }

    @Override
    public Timetable current() {
        return versions.getLast();
    }

    @Override
    public Timetable at(Instant instant) {
        return current();
    }

    @Override
    public Timetable numbered(int number) {
        return versions.get(number - 1);
    }

    @Override
    public Optional<WorkCalendar> named(String version) {
        return versions.stream()
                .flatMap(one -> one.calendars().values().stream())
                .filter(one -> one.version().equals(version))
                .findFirst();
    }

    /** The same as a machine sees them that still takes the first for the newest. */
    public Calendars stale() {
        PublishedCalendars all = this;
        return new Calendars() {
            @Override
            public Timetable current() {
                return all.numbered(1);
            }

            @Override
            public Timetable at(Instant instant) {
                return current();
            }

            @Override
            public Timetable numbered(int number) {
                return all.numbered(number);
            }

            @Override
            public Optional<WorkCalendar> named(String version) {
                return all.named(version);
            }
        };
    }
}
