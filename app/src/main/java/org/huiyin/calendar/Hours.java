package org.huiyin.calendar;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** The working hours of one day, in nanoseconds since midnight: periods in order, with gaps between them. */
final class Hours {

    static final Hours NONE = new Hours(List.of(), new long[0], new long[0]);

    private final List<String> written;
    private final long[] opens;
    private final long[] closes;
    private final long total;

    private Hours(List<String> written, long[] opens, long[] closes) {
        this.written = written;
        this.opens = opens;
        this.closes = closes;
        this.total = Arrays.stream(closes).sum() - Arrays.stream(opens).sum();
    }

    /** Reads periods such as {@code 08:30-12:00}; a shift across midnight is two periods, {@code 22:00-24:00} and {@code 00:00-06:00}. */
    static Hours parse(List<String> periods) {
        if (periods.isEmpty()) {
            throw new BadCalendar("no-hours", "A working day needs hours, such as 08:30-12:00");
        }
        long[] opens = new long[periods.size()];
        long[] closes = new long[periods.size()];
        for (int i = 0; i < opens.length; i++) {
            String[] ends = periods.get(i).split("-", -1);
            if (ends.length != 2) {
                throw new BadCalendar(
                        "bad-hours",
                        "Not working hours: \"" + periods.get(i) + "\"; expected 08:30-12:00",
                        periods.get(i));
            }
            opens[i] = nanoOfDay(ends[0]);
            closes[i] = nanoOfDay(ends[1]);
            if (closes[i] <= opens[i]) {
                throw new BadCalendar(
                        "hours-end-first", "Working hours end before they start: " + periods.get(i), periods.get(i));
            }
            if (i > 0 && opens[i] < closes[i - 1]) {
                throw new BadCalendar(
                        "hours-overlap",
                        "Working hours overlap or are out of order: " + periods.get(i - 1) + " and " + periods.get(i),
                        periods.get(i - 1),
                        periods.get(i));
            }
        }
        return new Hours(List.copyOf(periods), opens, closes);
    }

    private static long nanoOfDay(String time) {
        if (time.equals("24:00")) {
            return DayTable.DAY;
        }
        if (!time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new BadCalendar("bad-time", "Not a time of day: \"" + time + "\"; expected 00:00 to 24:00", time);
        }
        return LocalTime.parse(time).toNanoOfDay();
    }

    long total() {
        return total;
    }

    /** How much work the day has seen by that time. */
    long worked(long nanoOfDay) {
        long worked = 0;
        for (int i = 0; i < opens.length && opens[i] < nanoOfDay; i++) {
            worked += Math.min(nanoOfDay, closes[i]) - opens[i];
        }
        return worked;
    }

    /** The earliest time by which the day has seen that much work; {@code 0 < worked <= total()}. */
    long timeOf(long worked) {
        long left = worked;
        int i = 0;
        while (left > closes[i] - opens[i]) {
            left -= closes[i] - opens[i];
            i++;
        }
        return opens[i] + left;
    }

    @Override
    public String toString() {
        return String.join(" ", written);
    }
}
