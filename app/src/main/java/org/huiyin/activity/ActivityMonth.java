package org.huiyin.activity;

import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A month of activities, as a calendar and as a list by day.
 *
 * @param next address of the rows that found no room; null when all did
 */
public record ActivityMonth(
        String title,
        String before,
        String after,
        List<List<Cell>> weeks,
        List<Day> days,
        List<Options.Option> kinds,
        String kind,
        boolean mine,
        List<Options.Option> plannable,
        int most,
        boolean more,
        @Nullable String next) {

    /**
     * A day in the calendar.
     *
     * @param day of the month; 0 for one of another month
     */
    public record Cell(int day, String anchor, boolean today, boolean worked, List<String> titles, int others) {}

    /** A day with what takes place on it. */
    public record Day(String anchor, String name, List<ActivityRow> rows) {}
}
