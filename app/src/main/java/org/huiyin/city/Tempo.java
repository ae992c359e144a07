package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;

/** When people do things: offices in their hours, residents mostly in the morning and the evening. */
final class Tempo {

    /** Matters raised in each hour of the day, in parts of a thousand or so. */
    private static final int[] HOURS = {
        6, 3, 2, 1, 2, 6, 14, 34, 82, 108, 104, 72, 46, 44, 66, 82, 78, 62, 46, 50, 48, 34, 20, 10
    };

    private static final int ALL_HOURS = java.util.Arrays.stream(HOURS).sum();

    private final WorkCalendar calendar;
    private final ZoneId zone;

    Tempo(WorkCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** How much is raised on a day, beside a working day. */
    double busy(LocalDate day) {
        return switch (calendar.kind(day)) {
            case WORKDAY, MAKE_UP_WORKDAY -> 1;
            case REST_DAY -> 0.55;
            case HOLIDAY -> 0.35;
        };
    }

    boolean worked(LocalDate day) {
        return calendar.kind(day).worked();
    }

    /** A moment of a day at which something is raised. */
    Instant raised(LocalDate day, RandomGenerator random) {
        int left = random.nextInt(ALL_HOURS);
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour++];
        }
        return day.atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(zone)
                .toInstant();
    }

    /** So many working minutes later. */
    Instant work(Instant from, double minutes) {
        Limit limit = new Limit((int) Math.max(1, minutes), Limit.Measure.WORKING_MINUTES);
        return calendar.deadline(Span.of(from, limit)).due();
    }

    /** The same, on some second. */
    Instant work(Instant from, double minutes, RandomGenerator random) {
        return work(from, minutes).plusSeconds(random.nextInt(60));
    }

    /** When a limit of working days runs out. */
    Instant due(Instant from, int days) {
        return calendar.deadline(Span.of(from, new Limit(days, Limit.Measure.WORKING_DAYS)))
                .due();
    }

    /** About so many hours later, at a time of day when people look at their telephones. */
    Instant home(Instant from, double hours, RandomGenerator random) {
        ZonedDateTime then = from.plusSeconds((long) (hours * 3600)).atZone(zone);
        int hour = then.getHour();
        return hour >= 7 && hour <= 22
                ? then.toInstant()
                : then.plusHours(hour > 22 ? 9 : 8 - hour)
                        .plusMinutes(random.nextInt(90))
                        .toInstant();
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(zone).toInstant();
    }

    /** A length by chance: half are shorter than the middle one, few are many times as long. */
    static double length(double middle, double spread, RandomGenerator random) {
        return middle * Math.exp(spread * random.nextGaussian());
    }

    /** A wait that gets rarer the longer it is. */
    static Duration wait(double meanHours, RandomGenerator random) {
        return Duration.ofMinutes((long) (-meanHours * 60 * Math.log(1 - random.nextDouble())));
    }
}
