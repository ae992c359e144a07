package org.huiyin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people state about a calendar, before anything is computed from it.
 *
 * @param title what people call it; null when they call it by its code
 * @param years the published years; empty with {@code needsYears} false for a calendar that knows no holidays
 * @param overrides the city's or unit's own days; they win over the published ones
 */
record CalendarFacts(
        String code,
        @Nullable Title title,
        String zone,
        Set<DayOfWeek> workdays,
        List<String> hours,
        boolean needsYears,
        List<Year> years,
        List<Override> overrides) {

    CalendarFacts with(List<Year> otherYears, List<Override> otherDays) {
        return new CalendarFacts(code, title, zone, workdays, hours, needsYears, otherYears, otherDays);
    }

    CalendarFacts as(String otherCode, @Nullable Title otherTitle) {
        return new CalendarFacts(otherCode, otherTitle, zone, workdays, hours, needsYears, years, overrides);
    }

    String titleIn(String language) {
        return title == null ? code : language.equals("zh") ? title.zh() : title.en();
    }

    /** What people call a calendar. */
    record Title(String zh, String en) {}

    /** One year as its official notice published it; its days may reach into the year before. */
    record Year(int year, List<String> papers, List<Day> days) {}

    /** A holiday ({@code isOffDay}) or a make-up workday for it, as published. */
    record Day(LocalDate date, boolean isOffDay, String name) {}

    /** A day the city or a unit decides itself: off when {@code hours} is empty, else worked in those hours. */
    record Override(LocalDate date, List<String> hours, String name) {}
}
