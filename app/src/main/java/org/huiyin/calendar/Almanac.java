package org.huiyin.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays the facts of a calendar out over its days, and refuses facts that contradict each other. */
final class Almanac {

    private final CalendarFacts facts;
    private final DayKind[] kinds = new DayKind[DayTable.DAYS];
    private final Hours[] hours = new Hours[DayTable.DAYS];
    private final boolean[] published = new boolean[DayTable.DAYS];
    private final Map<Integer, String> occasions = new HashMap<>();

    Almanac(CalendarFacts facts) {
        this.facts = facts;
        if (facts.workdays().isEmpty()) {
            throw new BadCalendar("no-workdays", "A calendar needs at least one working day a week");
        }
        layWeeks(Hours.parse(facts.hours()));
        layYears(Hours.parse(facts.hours()));
        layOverrides();
    }

    private void layWeeks(Hours ordinary) {
        for (int day = 0; day < DayTable.DAYS; day++) {
            boolean working = facts.workdays().contains(DayTable.date(day).getDayOfWeek());
            kinds[day] = working ? DayKind.WORKDAY : DayKind.REST_DAY;
            hours[day] = working ? ordinary : Hours.NONE;
        }
    }

    private void layYears(Hours ordinary) {
        Arrays.fill(published, !facts.needsYears());
        Set<Integer> seen = new HashSet<>();
        for (CalendarFacts.Year year : facts.years()) {
            if (!seen.add(year.year())) {
                throw new BadCalendar(
                        "year-twice", "The year " + year.year() + " is published twice", Integer.toString(year.year()));
            }
            int first = DayTable.dayOf(LocalDate.of(year.year(), 1, 1));
            int last = DayTable.dayOf(LocalDate.of(year.year(), 12, 31));
            Arrays.fill(published, first, last + 1, true);
        }
        Map<LocalDate, String> laid = new TreeMap<>();
        for (CalendarFacts.Year year : facts.years()) {
            for (CalendarFacts.Day day : year.days()) {
                layPublished(year.year(), day, ordinary, laid);
            }
        }
    }

    private void layPublished(int year, CalendarFacts.Day fact, Hours ordinary, Map<LocalDate, String> laid) {
        int distance = year - fact.date().getYear();
        if (distance != 0 && distance != 1) {
            throw new BadCalendar(
                    "other-year",
                    fact.date() + " (" + fact.name() + ") is not of the year " + year,
                    fact.date(),
                    fact.name(),
                    Integer.toString(year));
        }
        String other = laid.put(fact.date(), fact.name());
        if (other != null) {
            throw new BadCalendar(
                    "overlap",
                    "Holidays overlap: " + fact.date() + " is both " + other + " and " + fact.name(),
                    fact.date(),
                    other,
                    fact.name());
        }
        int day = DayTable.dayOf(fact.date());
        if (fact.isOffDay()) {
            lay(day, DayKind.HOLIDAY, Hours.NONE, fact.name());
        } else if (kinds[day].worked()) {
            throw alreadyWorked(fact.date(), fact.name());
        } else {
            lay(day, DayKind.MAKE_UP_WORKDAY, ordinary, fact.name());
        }
    }

    private void layOverrides() {
        Set<LocalDate> laid = new HashSet<>();
        for (CalendarFacts.Override fact : facts.overrides()) {
            if (!laid.add(fact.date())) {
                throw new BadCalendar("day-twice", "Two overrides for one day: " + fact.date(), fact.date());
            }
            int day = DayTable.dayOf(fact.date());
            if (fact.hours().isEmpty()) {
                lay(day, DayKind.HOLIDAY, Hours.NONE, fact.name());
                continue;
            }
            Hours own = Hours.parse(fact.hours());
            if (kinds[day].worked() && own.toString().equals(hours[day].toString())) {
                throw alreadyWorked(fact.date(), fact.name());
            }
            lay(day, kinds[day].worked() ? kinds[day] : DayKind.MAKE_UP_WORKDAY, own, fact.name());
        }
    }

    private static BadCalendar alreadyWorked(LocalDate date, String name) {
        return new BadCalendar(
                "already-worked",
                "A make-up workday must be a day of rest: " + date + " (" + name + ") is a working day already",
                date,
                name);
    }

    private void lay(int day, DayKind kind, Hours worked, String occasion) {
        kinds[day] = kind;
        hours[day] = worked;
        occasions.put(day, occasion);
    }

    DayTable table() {
        return new DayTable(facts.zone(), hours, published);
    }

    String title(String language) {
        return facts.titleIn(language);
    }

    String code() {
        return facts.code();
    }

    DayKind kind(int day) {
        return kinds[day];
    }

    /** The holiday a day belongs to or makes up for; empty on an ordinary day. */
    String occasion(int day) {
        return occasions.getOrDefault(day, "");
    }

    /** The hours of a day as they are written; empty where nobody works. */
    String hours(int day) {
        return hours[day].toString();
    }

    boolean published(int day) {
        return published[day];
    }

    /** The code, the last published year and a fingerprint of every fact: two calendars that could judge differently never share it. */
    String version() {
        long print = 0xcbf29ce484222325L; // FNV-1a, 64 bits
        for (int day = 0; day < DayTable.DAYS; day++) {
            String fact = kinds[day] + "|" + hours[day] + "|" + occasion(day) + "|" + published[day] + "\n";
            for (int i = 0; i < fact.length(); i++) {
                print = (print ^ fact.charAt(i)) * 0x100000001b3L;
            }
        }
        String years =
                facts.years().isEmpty() ? "" : "-" + facts.years().getLast().year();
        return facts.code() + years + "-"
                + String.format("%016x", print ^ facts.zone().hashCode()).substring(0, 8);
    }
}
