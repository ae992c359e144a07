package org.huiyin.activity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.huiyin.calendar.WorkCalendar;

/**
 * The stretch of time a quota is owed in.
 *
 * @param to the day after its last
 */
record Stretch(Quota.Per per, LocalDate from, LocalDate to) {

    static Stretch holding(Quota.Per per, LocalDate day) {
        return switch (per) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Stretch(per, monday, monday.plusWeeks(1));
            }
            case MONTH ->
                new Stretch(per, day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
            case QUARTER -> {
                LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                yield new Stretch(per, first, first.plusMonths(3));
            }
        };
    }

    Stretch before() {
        return holding(per, from.minusDays(1));
    }

    Stretch after() {
        return holding(per, to);
    }

    /** How many days of it before that one are worked. */
    int worked(WorkCalendar calendar, LocalDate end) {
        int worked = 0;
        for (LocalDate day = from; day.isBefore(end) && day.isBefore(to); day = day.plusDays(1)) {
            worked += calendar.kind(day).worked() ? 1 : 0;
        }
        return worked;
    }

    /**
     * How somebody stands who owes so many and has done so many: what is owed by now is the share of working days that have passed, rounded
     * down, and all of it when the stretch is over.
     */
    Pace pace(WorkCalendar calendar, LocalDate today, int owed, int done) {
        int all = worked(calendar, to);
        int passed = worked(calendar, today);
        int byNow = !today.isBefore(to) || all == 0 ? owed : Math.floorDiv(owed * passed, all);
        if (done >= owed) {
            return Pace.DONE;
        }
        return done < byNow ? Pace.BEHIND : done > byNow ? Pace.AHEAD : Pace.IN_TIME;
    }

    /** How somebody stands with what they owe. */
    enum Pace {
        BEHIND,
        IN_TIME,
        AHEAD,
        DONE;

        String key() {
            return "activity.pace." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String tone() {
            return switch (this) {
                case BEHIND -> "late";
                case IN_TIME -> "rest";
                case AHEAD -> "task";
                case DONE -> "result";
            };
        }
    }
}
