package org.huiyin.matter;

import java.time.Instant;
import java.util.List;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programme.Share;
import org.jspecify.annotations.Nullable;

/**
 * By which calendar and how long each clock of a matter runs. It follows from the programme, the timetable and the matter as it stands, and
 * from nothing before: whoever answers for a matter now, by whose calendar it is reckoned, the whole of it.
 */
record Reckoning(Programme programme, Timetable timetable) {

    /** What of a matter bears on its clocks. */
    record Bearing(@Nullable Integer lead, int office, String urgency, String category, String kind) {

        static Bearing of(Matter matter) {
            return new Bearing(matter.lead(), matter.office(), matter.urgency(), matter.category(), matter.kind());
        }

        static Bearing of(Properties properties) {
            return new Bearing(
                    properties.lead, properties.office, properties.urgency, properties.category, properties.kind);
        }
    }

    /** With every open clock as it is judged now; the very same when none is judged otherwise. */
    Matter of(Matter matter) {
        Bearing bearing = Bearing.of(matter);
        List<Clock> clocks = matter.clocks();
        for (Clock clock : clocks) {
            if (of(clock, bearing) != clock) {
                return matter.withClocks(
                        clocks.stream().map(one -> of(one, bearing)).toList());
            }
        }
        return matter;
    }

    /** The clock as it is judged now. One that has ended, or whose due time another system recorded, stays as it is. */
    Clock of(Clock clock, Bearing bearing) {
        if (!clock.open() || clock.recorded()) {
            return clock;
        }
        ClockRule rule = rule(clock.name());
        return clock.under(
                calendar(rule, clock.unit(), bearing),
                limit(rule, clock.unit(), bearing, clock.span().start()));
    }

    /**
     * The calendar a clock runs by.
     *
     * @param unit the co-handler it runs for; null for the matter's own
     */
    WorkCalendar calendar(ClockRule rule, @Nullable Integer unit, Bearing bearing) {
        return switch (rule.calendar()) {
            case ClockRule.OF_LEAD -> timetable.of(unit == null ? bearing.lead() : unit);
            case ClockRule.OF_OFFICE -> timetable.of(bearing.office());
            case ClockRule.OF_CITY -> timetable.calendar();
            default -> timetable.named(rule.calendar());
        };
    }

    /** How long a clock runs that began then. */
    Limit limit(ClockRule rule, @Nullable Integer unit, Bearing bearing, Instant started) {
        Limit whole = whole(rule, bearing, started);
        Share share = rule.share();
        return unit == null || share == null ? whole : share.of(whole);
    }

    /** By urgency before category before kind before the rest; for each what was set before what the programme says. */
    private Limit whole(ClockRule rule, Bearing bearing, Instant started) {
        if (timetable.limits().isEmpty()) {
            return rule.limitFor(bearing.urgency(), bearing.kind());
        }
        for (String key : List.of(bearing.urgency(), bearing.category(), bearing.kind(), "*")) {
            Limit found = timetable
                    .limit(programme.name(), rule.name(), key, started)
                    .orElse(rule.limit().get(key));
            if (found != null) {
                return found;
            }
        }
        return rule.limitFor(bearing.urgency(), bearing.kind());
    }

    ClockRule rule(String clock) {
        ClockRule rule = programme.clocks().get(clock);
        if (rule == null) {
            throw new IllegalStateException("Programme " + programme.name() + " has no clock " + clock);
        }
        return rule;
    }
}
