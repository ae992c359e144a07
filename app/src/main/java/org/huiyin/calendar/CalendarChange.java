package org.huiyin.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a calendar says otherwise than another, day by day.
 *
 * @param days every day that is worked otherwise or has another name, in order
 * @param published years that are published now and were not before
 * @param from the first day on which a deadline could come out otherwise; null when none can
 */
public record CalendarChange(
        List<Day> days, List<Integer> published, @Nullable LocalDate from, ZoneOffset offset) {

    /** One day before and after; hours are empty where nobody works. */
    public record Day(LocalDate date, DayKind was, String hoursWas, DayKind is, String hoursAre, String occasion) {}

    /** The instant before which no deadline changes; null when none does. */
    public @Nullable Instant begin() {
        return from == null ? null : from.atStartOfDay().toInstant(offset);
    }

    static CalendarChange between(Almanac before, Almanac after, ZoneOffset offset) {
        List<Day> days = new ArrayList<>();
        List<Integer> published = new ArrayList<>();
        LocalDate from = null;
        for (int day = 0; day < DayTable.DAYS; day++) {
            LocalDate date = DayTable.date(day);
            boolean named = !before.occasion(day).equals(after.occasion(day));
            boolean worked =
                    before.kind(day) != after.kind(day) || !before.hours(day).equals(after.hours(day));
            boolean known = before.published(day) != after.published(day);
            if (named || worked) {
                days.add(new Day(
                        date,
                        before.kind(day),
                        before.hours(day),
                        after.kind(day),
                        after.hours(day),
                        after.occasion(day).isEmpty() ? before.occasion(day) : after.occasion(day)));
            }
            if (known && after.published(day) && !published.contains(date.getYear())) {
                published.add(date.getYear());
            }
            if (from == null && (worked || known)) {
                from = date;
            }
        }
        return new CalendarChange(List.copyOf(days), List.copyOf(published), from, offset);
    }
}
