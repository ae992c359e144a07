package org.huiyin.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Every day from 2000 to 2099 with the work done before it, so that a deadline is arithmetic instead of a walk.
 * Days are numbered from 2000-01-01; a <em>tick</em> is a nanosecond of local time since that midnight.
 */
final class DayTable {

    static final long DAY = 86_400_000_000_000L;
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay() + 1);

    private final long midnightSecond;
    final ZoneOffset offset;
    private final Hours[] hours;
    private final long[] workedBefore = new long[DAYS + 1];
    private final int[] workdaysBefore = new int[DAYS + 1];
    private final int[] workdays;
    private final int[] unpublishedBefore = new int[DAYS + 1];

    /** {@code hours} has {@link Hours#NONE} where nobody works. */
    DayTable(String zone, Hours[] hours, boolean[] published) {
        this.offset = fixedOffset(zone);
        this.midnightSecond = FIRST.atStartOfDay().toEpochSecond(offset);
        this.hours = hours;
        int[] found = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            boolean working = hours[day] != Hours.NONE;
            workedBefore[day + 1] = workedBefore[day] + hours[day].total();
            if (working) {
                found[workdaysBefore[day]] = day;
            }
            workdaysBefore[day + 1] = workdaysBefore[day] + (working ? 1 : 0);
            unpublishedBefore[day + 1] = unpublishedBefore[day] + (published[day] ? 0 : 1);
        }
        this.workdays = Arrays.copyOf(found, workdaysBefore[DAYS]);
    }

    private static ZoneOffset fixedOffset(String zone) {
        ZoneRules rules;
        try {
            rules = ZoneId.of(zone).getRules();
        } catch (DateTimeException e) {
            throw new BadCalendar(
                    e, "no-zone", "Not a time zone: \"" + zone + "\"; expected one such as Asia/Shanghai", zone);
        }
        Instant first = FIRST.atStartOfDay().toInstant(ZoneOffset.MAX);
        if (rules.nextTransition(first) != null) {
            throw new BadCalendar(
                    "changing-zone",
                    "The zone " + zone + " changes its clocks after 2000;"
                            + " a working calendar needs one that does not, such as Asia/Shanghai",
                    zone);
        }
        return rules.getOffset(first);
    }

    long tick(Instant instant) {
        long second = instant.getEpochSecond() - midnightSecond;
        if (second < 0 || second >= DAYS * 86_400L) {
            throw new BadSpan("out-of-years", "The calendar knows the years 2000 to 2099 only: " + instant, instant);
        }
        return second * 1_000_000_000L + instant.getNano();
    }

    Instant instant(long tick) {
        return Instant.ofEpochSecond(midnightSecond + tick / 1_000_000_000L, tick % 1_000_000_000L);
    }

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    static int dayOf(long tick) {
        return (int) (tick / DAY);
    }

    /** The day of this date; one past 2099 is refused. */
    static int dayOf(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new BadCalendar("unknown-year", "The calendar knows the years 2000 to 2099 only: " + date, date);
        }
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    static long midnight(int day) {
        return day * DAY;
    }

    boolean isWorkday(int day) {
        return hours[day] != Hours.NONE;
    }

    /** All work since 2000 up to that tick. */
    long worked(long tick) {
        int day = dayOf(tick);
        return workedBefore[day] + (day < DAYS ? hours[day].worked(tick % DAY) : 0);
    }

    long workedBefore(int day) {
        return workedBefore[day];
    }

    /** The earliest tick by which that much work is done, which lies on or after {@code day}. */
    long tickOf(long worked, int day) {
        int low = day;
        int step = 8;
        int high = Math.min(day + step, DAYS);
        while (workedBefore[high] < worked) {
            if (high == DAYS) {
                throw pastTheEnd();
            }
            low = high;
            step *= 2;
            high = Math.min(low + step, DAYS);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (workedBefore[middle] < worked) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return midnight(low) + hours[low].timeOf(worked - workedBefore[low]);
    }

    /** The nth working day after that day. */
    int workdayAfter(int day, int nth) {
        int index = workdaysBefore[day + 1] + nth - 1;
        if (index >= workdays.length) {
            throw pastTheEnd();
        }
        return workdays[index];
    }

    /** That day, or the first working day after it. */
    int workdayFrom(int day) {
        return isWorkday(day) ? day : workdayAfter(day, 1);
    }

    /** Whether one of these days, both included, falls into a year that is not published. */
    boolean unpublished(int from, int to) {
        return unpublishedBefore[to + 1] > unpublishedBefore[from];
    }

    static BadSpan pastTheEnd() {
        return new BadSpan("after-2099", "The deadline falls after 2099, where the calendar ends");
    }
}
