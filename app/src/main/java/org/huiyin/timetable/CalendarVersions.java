package org.huiyin.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.org.Actor;
import org.huiyin.timetable.TimetableRows.Change;
import org.huiyin.timetable.TimetableRows.Newest;
import org.huiyin.timetable.TimetableRows.UnitRow;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calendars in all their versions, and which unit goes by which, kept in the database so that every machine judges by the same. What is in
 * force is asked for again after a second; a timetable, once read, never changes. Thread-safe.
 */
@Component
public class CalendarVersions implements Calendars {

    /** The calendar by which the city's limits run. */
    public static final String CITY = Timetable.CITY;

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final TimetableRows rows;
    private final InstantSource clock;
    private final Map<Integer, Timetable> read = new ConcurrentHashMap<>();
    private final Map<String, WorkCalendar> calendars = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    CalendarVersions(JdbcClient database, InstantSource clock) {
        this.rows = new TimetableRows(database);
        this.clock = clock;
    }

    private record Known(Timetable timetable, long readAtNanos) {}

    @Override
    public Timetable current() {
        Known last = known;
        if (last != null && System.nanoTime() - last.readAtNanos() < FRESH.toNanos()) {
            return last.timetable();
        }
        return ask();
    }

    /** The shipped calendars are stored before anybody asks: who asks first may be reading only, and could not store them. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        ship();
        ask();
    }

    private Timetable ask() {
        int newest = rows.newest();
        if (newest == 0 || known == null) {
            newest = ship();
        }
        Timetable timetable = numbered(newest);
        known = new Known(timetable, System.nanoTime());
        return timetable;
    }

    /**
     * Stores what comes with Huiyin. A newer Huiyin may bring a newer calendar; it takes the place of an older one that was shipped, never of
     * one somebody published. Returns the number in force.
     */
    private int ship() {
        Map<String, Newest> newest = rows.newestOfEach();
        List<WrittenCalendar> outdated = new ArrayList<>();
        if (newest.isEmpty()) {
            rows.add(1, true, Change.of(List.of()), clock.instant(), Actor.SYSTEM, "shipped with Huiyin");
        }
        for (String code : WrittenCalendar.SHIPPED) {
            Newest known = newest.get(code);
            if (known == null) {
                rows.addToFirst(WrittenCalendar.shipped(code));
            } else if (known.shipped()
                    && !known.version().equals(WorkCalendar.named(code).version())) {
                outdated.add(WrittenCalendar.shipped(code));
            }
        }
        if (!outdated.isEmpty()) {
            // Another machine may do the same at the same moment; one of them is enough.
            rows.add(
                    rows.newest() + 1, true, Change.of(outdated), clock.instant(), Actor.SYSTEM, "shipped with Huiyin");
        }
        return rows.newest();
    }

    @Override
    public Timetable at(Instant instant) {
        current();
        return numbered(rows.at(instant));
    }

    @Override
    public Timetable numbered(int number) {
        return read.computeIfAbsent(number, this::read);
    }

    private Timetable read(int number) {
        Map<String, WorkCalendar> all = new HashMap<>();
        rows.calendars(number).forEach((code, version) -> all.put(code, calendar(version)));
        if (all.isEmpty()) {
            throw new IllegalStateException("There is no timetable " + number);
        }
        Map<Integer, String> units = new HashMap<>();
        rows.units(number).stream()
                .filter(unit -> !unit.calendar().equals(CITY))
                .forEach(unit -> units.put(unit.unit(), unit.calendar()));
        return new Timetable(number, all, units, rows.limits(number));
    }

    private WorkCalendar calendar(String version) {
        return named(version)
                .orElseThrow(() -> new IllegalStateException("There is no calendar that goes by " + version));
    }

    @Override
    public Optional<WorkCalendar> named(String version) {
        WorkCalendar known = calendars.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WorkCalendar> found = rows.named(version).map(WrittenCalendar::calendar);
        found.ifPresent(one -> calendars.put(version, one));
        return found;
    }

    /** Every calendar in force as it was written, the city's first. */
    public List<WrittenCalendar> inForceAll() {
        Timetable now = ask();
        return now.calendars().keySet().stream()
                .sorted((one, other) -> one.equals(CITY) ? -1 : other.equals(CITY) ? 1 : one.compareTo(other))
                .map(code -> inForce(code).orElseThrow())
                .toList();
    }

    /** Every version of a calendar, newest first. */
    public List<CalendarVersion> all(String code) {
        current();
        return rows.versions(code);
    }

    /** When units were given other calendars, newest first. */
    public List<CalendarVersion> unitChanges() {
        return rows.unitChanges();
    }

    /** A calendar as it was written in that timetable. */
    public Optional<WrittenCalendar> written(String code, int number) {
        return rows.written(code, number);
    }

    /** The version in force as it was written; nothing when there is no such calendar. */
    public Optional<WrittenCalendar> inForce(String code) {
        return written(code, ask().number());
    }

    /** The city's calendar in force as it was written. */
    public WrittenCalendar inForce() {
        return inForce(CITY).orElseThrow();
    }

    /** Units somebody gave a calendar, by unit. */
    public Map<Integer, String> unitsOwn() {
        return rows.units(ask().number()).stream()
                .filter(UnitRow::own)
                .collect(Collectors.toMap(UnitRow::unit, UnitRow::calendar));
    }

    /**
     * What may be published as the next version of its calendar.
     *
     * @throws BadCalendar when it may not follow the version in force
     */
    public WrittenCalendar checked(WrittenCalendar next) {
        inForce(next.code()).ifPresent(now -> now.checkSuccessor(next));
        return next;
    }

    /**
     * Publishes calendars upon the timetable {@code basedOn}: they are in force at once, and open clocks are taken over in the background.
     *
     * @return the number of the next timetable; nothing when somebody published another one since
     * @throws BadCalendar when one may not follow the version in force
     */
    public Optional<Integer> publish(List<WrittenCalendar> next, int basedOn, Actor publisher, String why) {
        if (ask().number() != basedOn) {
            return Optional.empty();
        }
        next.forEach(this::checked);
        return add(Change.of(next), basedOn, publisher, why);
    }

    /** The same of one. */
    public Optional<Integer> publish(WrittenCalendar next, int basedOn, Actor publisher, String why) {
        return publish(List.of(next), basedOn, publisher, why);
    }

    /** Publishes by which calendars units go. */
    Optional<Integer> assign(List<UnitRow> units, int basedOn, Actor publisher, String why) {
        return add(new Change(List.of(), units, List.of()), basedOn, publisher, why);
    }

    /** Publishes limits. */
    Optional<Integer> limit(List<LimitPolicy> limits, int basedOn, Actor publisher, String why) {
        return add(new Change(List.of(), List.of(), limits), basedOn, publisher, why);
    }

    /** The newest limits that were set, newest first. */
    public List<SetLimit> limitChanges() {
        return rows.limitChanges();
    }

    private Optional<Integer> add(Change change, int basedOn, Actor publisher, String why) {
        boolean added =
                ask().number() == basedOn && rows.add(basedOn + 1, false, change, clock.instant(), publisher, why);
        ask();
        return added ? Optional.of(basedOn + 1) : Optional.empty();
    }
}
