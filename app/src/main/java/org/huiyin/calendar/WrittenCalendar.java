package org.huiyin.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.calendar.CalendarFacts.Override;
import org.huiyin.calendar.CalendarFacts.Year;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A calendar as people write it, in JSON: checked whole, and changed only into another that was checked whole. {@code docs/deadlines.md} shows
 * the form.
 */
public final class WrittenCalendar {

    /** Those that come with Huiyin; the first is the city's. */
    public static final List<String> SHIPPED = List.of(Timetable.CITY, "cn-night", "always");

    private static final int LONGEST_RUN_DAYS = 60;
    private static final int LONGEST_TITLE = 40;

    private final CalendarFacts facts;
    private final WorkCalendar calendar;

    private WrittenCalendar(CalendarFacts facts) {
        this.facts = facts;
        this.calendar = new WorkCalendar(facts);
    }

    private record Written(
            @Nullable String code,
            CalendarFacts.@Nullable Title title,
            @Nullable String zone,
            @Nullable Set<java.time.DayOfWeek> workdays,
            @Nullable List<String> hours,
            @Nullable List<Year> years,
            @Nullable List<Override> overrides) {}

    /** One that comes with Huiyin: {@code cn}, {@code cn-night} or {@code always}. */
    public static WrittenCalendar shipped(String code) {
        return new WrittenCalendar(CalendarReader.read(code));
    }

    /**
     * Reads a whole calendar.
     *
     * @throws BadCalendar when it cannot be read or contradicts itself
     */
    public static WrittenCalendar read(String json) {
        Written written = CalendarJson.read(json, Written.class);
        List<Year> years = written.years();
        CalendarFacts facts = new CalendarFacts(
                present("code", written.code()),
                titled(written.title()),
                present("zone", written.zone()),
                present("workdays", written.workdays()),
                present("hours", written.hours()),
                years != null,
                years == null ? List.of() : inOrder(years),
                complete(written.overrides() == null ? List.of() : written.overrides()));
        return checked(facts);
    }

    /**
     * What a file says: a whole calendar, or one more year for this one, such as the notice for next year.
     *
     * @throws BadCalendar when it cannot be read or contradicts itself or this calendar
     */
    public WrittenCalendar changedBy(String json) {
        JsonNode root = CalendarJson.read(json, JsonNode.class);
        return root.isObject() && root.has("year") ? withYear(CalendarJson.read(json, Year.class)) : read(json);
    }

    private WrittenCalendar withYear(Year year) {
        List<Year> years = new ArrayList<>(facts.years());
        years.removeIf(known -> known.year() == year.year());
        years.add(year);
        return with(inOrder(years), facts.overrides());
    }

    /**
     * With days of the city's own; they take the place of any it had set for the same days.
     *
     * @param hours when it is worked; empty for days off
     */
    public WrittenCalendar withDays(LocalDate from, LocalDate to, List<String> hours, String name) {
        if (to.isBefore(from)) {
            throw new BadCalendar("end-before-start", to + " lies before " + from, from, to);
        }
        if (from.plusDays(LONGEST_RUN_DAYS).isBefore(to)) {
            throw new BadCalendar(
                    "too-many-days", "At most " + LONGEST_RUN_DAYS + " days can be set at once", LONGEST_RUN_DAYS);
        }
        List<Override> overrides = new ArrayList<>(facts.overrides());
        overrides.removeIf(
                known -> !known.date().isBefore(from) && !known.date().isAfter(to));
        from.datesUntil(to.plusDays(1)).forEach(day -> overrides.add(new Override(day, hours, name)));
        overrides.sort(Comparator.comparing(Override::date));
        return with(facts.years(), complete(overrides));
    }

    private WrittenCalendar with(List<Year> years, List<Override> overrides) {
        return new WrittenCalendar(facts.with(years, overrides));
    }

    /**
     * Refuses what may not follow this version.
     *
     * @throws BadCalendar when it is another calendar, says nothing new, changes the zone, or forgets a published year
     */
    public void checkSuccessor(WrittenCalendar next) {
        if (!next.code().equals(code())) {
            throw new BadCalendar(
                    "other-calendar", "It is the calendar " + next.code() + ", not " + code(), next.code(), code());
        }
        if (!next.facts.zone().equals(facts.zone())) {
            throw new BadCalendar(
                    "other-zone",
                    "The zone of a calendar does not change: " + facts.zone() + ", not " + next.facts.zone(),
                    facts.zone(),
                    next.facts.zone());
        }
        List<Integer> lost = new ArrayList<>(years());
        lost.removeAll(next.years());
        if (!lost.isEmpty()) {
            throw new BadCalendar("year-lost", "Years that were published are missing: " + lost, text(lost.getFirst()));
        }
        if (next.calendar.version().equals(calendar.version()) && Objects.equals(next.facts.title(), facts.title())) {
            throw new BadCalendar("nothing-new", "It says nothing that the version in force does not say");
        }
    }

    private static CalendarFacts.@Nullable Title titled(CalendarFacts.@Nullable Title title) {
        if (title == null) {
            return null;
        }
        String zh = present("title.zh", title.zh());
        String en = title.en() == null || title.en().isBlank() ? zh : title.en();
        int longest = Math.max(zh.length(), en.length());
        if (longest > LONGEST_TITLE) {
            throw new BadCalendar("long-title", "A title has at most " + LONGEST_TITLE + " characters", LONGEST_TITLE);
        }
        return new CalendarFacts.Title(zh, en);
    }

    /** The same days under another name: how a calendar of a unit's own begins. */
    public WrittenCalendar as(String code, String zh, String en) {
        return checked(facts.as(code, titled(new CalendarFacts.Title(zh, en))));
    }

    private static WrittenCalendar checked(CalendarFacts facts) {
        if (!facts.code().matches("[a-z][a-z0-9-]{0,31}")) {
            throw new BadCalendar("bad-code", "Not a calendar's name: \"" + facts.code() + "\"", facts.code());
        }
        return new WrittenCalendar(facts);
    }

    private static List<Year> inOrder(List<Year> years) {
        List<Year> sorted = new ArrayList<>(years);
        sorted.sort(Comparator.comparingInt(Year::year));
        for (int i = 0; i < sorted.size(); i++) {
            Year year = sorted.get(i);
            if (year.days() == null || year.days().stream().noneMatch(CalendarFacts.Day::isOffDay)) {
                throw new BadCalendar("year-empty", "The year " + year.year() + " has no holiday", text(year.year()));
            }
            for (CalendarFacts.Day day : year.days()) {
                present("date", day.date());
                present("name", day.name());
            }
            if (i > 0 && sorted.get(i - 1).year() + 1 < year.year()) {
                throw new BadCalendar(
                        "year-missing",
                        "The year " + (year.year() - 1) + " has to be published before " + year.year(),
                        text(year.year() - 1),
                        text(year.year()));
            }
        }
        return sorted.stream()
                .map(year -> new Year(year.year(), year.papers() == null ? List.of() : year.papers(), year.days()))
                .toList();
    }

    /** A year is read as a name and not as an amount. */
    private static String text(int year) {
        return Integer.toString(year);
    }

    private static List<Override> complete(List<Override> overrides) {
        return overrides.stream()
                .map(one -> new Override(
                        present("date", one.date()),
                        one.hours() == null ? List.of() : one.hours(),
                        present("name", one.name())))
                .toList();
    }

    private static <T> T present(String key, @Nullable T value) {
        if (value == null || value.equals("")) {
            throw new BadCalendar("missing", "\"" + key + "\" is missing", key);
        }
        return value;
    }

    /** As it is kept and can be edited. */
    public String json() {
        return CalendarJson.written(new Written(
                facts.code(),
                facts.title(),
                facts.zone(),
                facts.workdays().stream().sorted().collect(Collectors.toCollection(java.util.LinkedHashSet::new)),
                facts.hours(),
                facts.needsYears() ? facts.years() : null,
                facts.overrides()));
    }

    /**
     * A day that is no ordinary one.
     *
     * @param hours when it is worked; empty for a day off
     * @param own whether the city decided it, not the published notice
     */
    public record Day(LocalDate date, boolean off, List<String> hours, String name, boolean own) {}

    /** Every such day in order; where the city decided otherwise than the notice, what the city decided. */
    public List<Day> days() {
        java.util.TreeMap<LocalDate, Day> days = new java.util.TreeMap<>();
        for (Year year : facts.years()) {
            year.days()
                    .forEach(day -> days.put(
                            day.date(),
                            new Day(
                                    day.date(),
                                    day.isOffDay(),
                                    day.isOffDay() ? List.of() : facts.hours(),
                                    day.name(),
                                    false)));
        }
        facts.overrides()
                .forEach(day -> days.put(
                        day.date(), new Day(day.date(), day.hours().isEmpty(), day.hours(), day.name(), true)));
        return List.copyOf(days.values());
    }

    /** When an ordinary working day is worked. */
    public List<String> hours() {
        return facts.hours();
    }

    public String code() {
        return facts.code();
    }

    /** What people call it in a language; its code when it has no other name. */
    public String title(String language) {
        return facts.titleIn(language);
    }

    /** The years whose holidays are published. */
    public List<Integer> years() {
        return facts.years().stream().map(Year::year).toList();
    }

    public WorkCalendar calendar() {
        return calendar;
    }
}
