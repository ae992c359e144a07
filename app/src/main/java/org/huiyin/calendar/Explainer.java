package org.huiyin.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.calendar.Explanation.Day;
import org.huiyin.calendar.Explanation.Reason;
import org.huiyin.calendar.Limit.Measure;
import org.huiyin.calendar.Span.Pause;

/** Tells day by day what a course counted. */
final class Explainer {

    private final Almanac almanac;
    private final DayTable table;
    private final Span span;
    private final List<Day> days = new ArrayList<>();

    Explainer(Almanac almanac, DayTable table, Span span) {
        this.almanac = almanac;
        this.table = table;
        this.span = span;
    }

    Explanation explain(String version) {
        Course course = new Course(table, span);
        while (course.advance()) {
            if (days.isEmpty() && countsDays(course.measure)) {
                add(course.dayBefore, course.measure, Reason.START_DAY, 0, 0);
            }
            int last = DayTable.dayOf(course.ends - 1);
            for (int day = DayTable.dayOf(course.begins); day <= last; day++) {
                addDay(course, day);
            }
        }
        return new Explanation(span, course.deadline(), version, table.offset, List.copyOf(days));
    }

    private void addDay(Course course, int day) {
        long from = Math.max(course.begins, DayTable.midnight(day));
        long to = Math.min(course.endsUnmoved, DayTable.midnight(day + 1));
        if (to <= from) {
            add(day, course.measure, table.isWorkday(day) ? Reason.PUT_OFF_TO : Reason.PUT_OFF, 0, 0);
            return;
        }
        boolean working = countsWork(course.measure);
        long stopped = 0;
        for (Pause pause : span.pauses()) {
            if (pause.to() != null) {
                long stops = Math.clamp(table.tick(pause.from()), from, to);
                long goesOn = Math.clamp(table.tick(pause.to()), from, to);
                stopped += time(working, stops, goesOn);
            }
        }
        long counted = time(working, from, to) - stopped;
        add(day, course.measure, reason(working && !table.isWorkday(day), counted, stopped), counted, stopped);
    }

    private static Reason reason(boolean notWorked, long counted, long stopped) {
        if (notWorked) {
            return Reason.NOT_WORKED;
        }
        if (counted == 0) {
            return stopped > 0 ? Reason.STOPPED : Reason.OUTSIDE_HOURS;
        }
        return stopped > 0 ? Reason.PARTLY_STOPPED : Reason.COUNTED;
    }

    private long time(boolean working, long from, long to) {
        return working ? table.worked(to) - table.worked(from) : to - from;
    }

    private static boolean countsWork(Measure measure) {
        return switch (measure) {
            case WORKING_MINUTES, WORKING_HOURS, WORKING_DAYS -> true;
            case HOURS, DAYS, MONTHS -> false;
        };
    }

    private static boolean countsDays(Measure measure) {
        return switch (measure) {
            case WORKING_DAYS, DAYS, MONTHS -> true;
            case WORKING_MINUTES, WORKING_HOURS, HOURS -> false;
        };
    }

    private void add(int day, Measure measure, Reason reason, long counted, long stopped) {
        days.add(new Day(
                DayTable.date(day),
                almanac.kind(day),
                almanac.occasion(day),
                measure,
                reason,
                Duration.ofNanos(counted),
                Duration.ofNanos(stopped)));
    }
}
