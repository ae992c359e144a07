package org.huiyin.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says when a span ends. Immutable and safe for any thread; knows the years 2000 to 2099 and refuses, with an
 * {@link IllegalArgumentException}, what lies outside them. {@code docs/deadlines.md} states the rules.
 */
public final class WorkCalendar {

    private static final Map<String, WorkCalendar> LOADED = new ConcurrentHashMap<>();

    private final Almanac almanac;
    private final DayTable days;
    private final String version;

    WorkCalendar(CalendarFacts facts) {
        this.almanac = new Almanac(facts);
        this.days = almanac.table();
        this.version = almanac.version();
    }

    /** Mainland China: five-day week, published holidays and make-up workdays, 08:30–12:00 and 14:30–17:30 in Shanghai. */
    public static WorkCalendar china() {
        return named("cn");
    }

    /** A shipped calendar: {@code cn}, {@code cn-night} (with a night shift) or {@code always} (every day around the clock). */
    public static WorkCalendar named(String code) {
        return LOADED.computeIfAbsent(code, it -> new WorkCalendar(CalendarReader.read(it)));
    }

    /** What it is called: {@code cn} is the city's. */
    public String code() {
        return almanac.code();
    }

    /** What people call it in a language. */
    public String title(String language) {
        return almanac.title(language);
    }

    /** The version that judged, kept with every clock. */
    public String version() {
        return version;
    }

    /** The offset of the calendar's zone, the same all year round. */
    public ZoneOffset offset() {
        return days.offset;
    }

    /** The deadline of a span; a span that stands still now (an open pause) ends where it would if it went on at once. */
    public Deadline deadline(Span span) {
        return run(new Course(days, span)).deadline();
    }

    /**
     * From when on something may be done that opens a limit after an instant: a limit of days opens with the day it ends on, so that "90 days
     * after" is the ninetieth day, working or not; any other limit when it has run out.
     */
    public Instant opening(Instant start, Limit limit) {
        Course course = run(new Course(days, Span.of(start, limit)));
        return days.instant(
                switch (limit.measure()) {
                    case WORKING_DAYS, DAYS, MONTHS -> DayTable.midnight(DayTable.dayOf(course.endsUnmoved - 1));
                    case WORKING_MINUTES, WORKING_HOURS, HOURS -> course.ends;
                });
    }

    /** The same deadline with every day that was counted or skipped on the way to it. */
    public Explanation explain(Span span) {
        return new Explainer(almanac, days, span).explain(version);
    }

    private static Course run(Course course) {
        while (course.advance()) {
            // each leg starts where the one before ended
        }
        return course;
    }

    /** What another version of this calendar says otherwise. */
    public CalendarChange changeTo(WorkCalendar next) {
        return CalendarChange.between(almanac, next.almanac, days.offset);
    }

    /** What that day is: worked or not, and by which rule. */
    public DayKind kind(LocalDate date) {
        return almanac.kind(DayTable.dayOf(date));
    }
}
