package org.huiyin.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.calendar.Limit.Measure;

/**
 * A deadline with every day that led to it. Its words are in the {@code calendar} messages, by the names of its enums.
 *
 * @param version the version of the calendar that judged
 * @param offset the calendar's offset, in which days begin and end
 */
public record Explanation(Span span, Deadline deadline, String version, ZoneOffset offset, List<Day> days) {

    /**
     * One day and what became of it; a day on which the measure changes is there once for each.
     *
     * @param occasion the holiday the day belongs to or makes up for, as published; empty on an ordinary day
     * @param counted how much of the day the clock ran: working time, or time of any kind where the limit counts that
     * @param stopped how much of it was lost to pauses, in the same kind of time
     */
    public record Day(
            LocalDate date,
            DayKind kind,
            String occasion,
            Measure measure,
            Reason reason,
            Duration counted,
            Duration stopped) {}

    /** Why a day was counted or skipped. */
    public enum Reason {
        /** Counting in days begins the day after. */
        START_DAY,
        COUNTED,
        /** Nobody works that day. */
        NOT_WORKED,
        /** A working day, but none of its hours lie in the span. */
        OUTSIDE_HOURS,
        /** The clock stood still for the whole of it. */
        STOPPED,
        /** The clock stood still for some of it. */
        PARTLY_STOPPED,
        /** The last calendar day was not worked, so the end moves on past this day, which is not worked either. */
        PUT_OFF,
        /** The working day to which the end was moved. */
        PUT_OFF_TO
    }
}
