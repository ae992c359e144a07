package org.huiyin.assessment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.PeriodRule;

/**
 * The stretches of time tallies are kept by: from one end of any period to the next, so that every period is a union of them. A stretch is
 * named by the hour it begins at, {@code yyyymmddhh} in the city's zone.
 */
final class Stretches {

    private Stretches() {}

    /** The stretch that holds an instant. */
    static int of(Measures measures, Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDateTime latest = LocalDateTime.MIN;
        for (PeriodRule rule : measures.periods().values()) {
            LocalDateTime begin = lastEnd(rule, local);
            latest = begin.isAfter(latest) ? begin : latest;
        }
        return name(latest);
    }

    /** The day that holds an instant, as a stretch of its own. */
    static int day(Instant at, ZoneId zone) {
        return name(LocalDateTime.ofInstant(at, zone).toLocalDate().atStartOfDay());
    }

    /** The name of a stretch that begins then. */
    static int name(LocalDateTime begin) {
        return ((begin.getYear() * 100 + begin.getMonthValue()) * 100 + begin.getDayOfMonth()) * 100 + begin.getHour();
    }

    static int name(Instant begin, ZoneId zone) {
        return name(LocalDateTime.ofInstant(begin, zone));
    }

    /** The latest end of a period at or before a local time. */
    private static LocalDateTime lastEnd(PeriodRule rule, LocalDateTime local) {
        YearMonth month = endMonth(rule, YearMonth.from(local));
        LocalDateTime end = end(rule, month);
        while (end.isAfter(local)) {
            month = month.minusMonths(rule.months());
            end = end(rule, month);
        }
        return end;
    }

    /** The month, this one or a later, in which a period of the rule ends. */
    static YearMonth endMonth(PeriodRule rule, YearMonth month) {
        int past = month.getMonthValue() % rule.months();
        return past == 0 ? month : month.plusMonths((long) rule.months() - past);
    }

    /** When the period named by that month ends. */
    static LocalDateTime end(PeriodRule rule, YearMonth month) {
        return rule.day() == 0
                ? month.plusMonths(1).atDay(1).atTime(LocalTime.MIDNIGHT)
                : month.atDay(rule.day()).atTime(rule.at());
    }
}
