package org.huiyin.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;

/** Versions of the city's calendar in memory; a machine that has not heard of the newest yet is {@link #stale()}. */
public final class PublishedCalendars implements Calendars {

    private final List<WorkCalendar> versions = new CopyOnWriteArrayList<>(List.of(WorkCalendar.china()));

    /** Publishes a version in which nobody works on these days. */
    public void dayOff(String from, String to) {
        versions.add(WrittenCalendar.shipped("cn")
                .withDays(LocalDate.parse(from), LocalDate.parse(to), List.of(), "停电")
                .calendar());
    }

    @Override
    public Numbered current() {
        return new Numbered(versions.size(), versions.getLast());
    }

    @Override
    public Numbered at(Instant instant) {
        return current();
    }

    @Override
    public WorkCalendar numbered(int number) {
        return versions.get(number - 1);
    }

    @Override
    public Optional<WorkCalendar> named(String version) {
        return versions.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    /** The same versions as a machine sees them that still takes the first for the newest. */
    public Calendars stale() {
        PublishedCalendars all = this;
        return new Calendars() {
            @Override
            public Numbered current() {
                return new Numbered(1, all.numbered(1));
            }

            @Override
            public Numbered at(Instant instant) {
                return current();
            }

            @Override
            public WorkCalendar numbered(int number) {
                return all.numbered(number);
            }

            @Override
            public Optional<WorkCalendar> named(String version) {
                return all.named(version);
            }
        };
    }
}
