package org.huiyin.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.matter.Reckoning.Bearing;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programme.Share;
import org.huiyin.programme.StepRule.Effects;
import org.jspecify.annotations.Nullable;

/** What a step does to a matter's clocks: stop, pause, resume, extend, start, in this order. */
final class Clockwork {

    /** Stands for the limit of a clock whose due time was given and which has none of its own. */
    private static final Limit GIVEN = new Limit(1, Limit.Measure.DAYS);

    /** The co-handling unit a step was taken for, written into the step when it was decided. */
    static final String CO_UNIT = "co-unit";

    private final Reckoning reckoning;
    private final Bearing bearing;
    private final ZoneId zone;

    /** For what a matter comes to by a step: the bearing is the one after it. */
    Clockwork(Reckoning reckoning, Bearing bearing, ZoneId zone) {
        this.reckoning = reckoning;
        this.bearing = bearing;
        this.zone = zone;
    }

    List<Clock> after(Effects effects, Step step, @Nullable Matter before, List<Integer> coHandlers, int round) {
        List<Clock> clocks = before == null ? new ArrayList<>() : new ArrayList<>(before.clocks());
        Instant at = step.occurredAt();
        for (String name : effects.stops()) {
            change(
                    clocks,
                    clock -> clock.name().equals(name) && ofActor(clock, step, effects),
                    clock -> clock.stop(at, clock.unit() == null || effects.ownClock()));
        }
        if (effects.ending()) {
            change(clocks, clock -> !reckoning.rule(clock.name()).outlasts(), clock -> clock.stop(at, false));
        }
        for (String name : effects.pauses()) {
            change(clocks, clock -> clock.name().equals(name) && clock.running(), clock -> clock.pause(at));
        }
        for (String name : effects.resumes()) {
            change(
                    clocks,
                    clock -> clock.name().equals(name) && clock.paused(),
                    clock -> clock.resume(at, calendar(clock)));
        }
        Effects.Extend extend = effects.extend();
        if (extend != null && step.fields().get(extend.by()) instanceof Long days) {
            extend(clocks, reckoning.rule(extend.clock()), new Limit(days.intValue(), extend.in()));
        }
        for (String name : effects.starts()) {
            start(clocks, reckoning.rule(name), effects.dues().get(name), coHandlers, round, step);
        }
        return List.copyOf(clocks);
    }

    /** A co-handler's own opinion ends the co-handler's clock only; every other stop ends all of that name. */
    private static boolean ofActor(Clock clock, Step step, Effects effects) {
        Integer unit = clock.unit();
        return !effects.ownClock()
                || (unit != null && step.fields().get(CO_UNIT) instanceof Number own && own.intValue() == unit);
    }

    private void start(
            List<Clock> clocks,
            ClockRule rule,
            @Nullable String dueField,
            List<Integer> coHandlers,
            int round,
            Step step) {
        Instant at = step.occurredAt();
        change(clocks, clock -> clock.name().equals(rule.name()), clock -> clock.stop(at, false));
        Object due = dueField == null ? null : step.fields().get(dueField);
        if (due == null && rule.limit().isEmpty()) {
            return;
        }
        Limit limit = rule.limit().isEmpty() ? GIVEN : reckoning.limit(rule, null, bearing, at);
        Clock own = Clock.start(
                clocks.size(), rule.name(), null, round, Span.of(at, limit), reckoning.calendar(rule, null, bearing));
        clocks.add(due instanceof String given ? own.recordedDue(instant(given)) : own);
        if (rule.share() != null) {
            for (Integer unit : coHandlers) {
                clocks.add(Clock.start(
                        clocks.size(),
                        rule.name(),
                        unit,
                        round,
                        Span.of(at, reckoning.limit(rule, unit, bearing, at)),
                        reckoning.calendar(rule, unit, bearing)));
            }
        }
    }

    private WorkCalendar calendar(Clock clock) {
        return reckoning.calendar(reckoning.rule(clock.name()), clock.unit(), bearing);
    }

    /** Lengthens the lead's clock, and each co-handler's by its share: what it has is that part of the lead's whole time, rounded up. */
    private void extend(List<Clock> clocks, ClockRule rule, Limit by) {
        Predicate<Clock> extended = clock -> clock.name().equals(rule.name());
        Optional<Clock> lead = clocks.stream()
                .filter(clock -> clock.open() && clock.unit() == null && extended.test(clock))
                .findFirst();
        Share share = rule.share();
        Optional<Limit> theirs = share == null || lead.isEmpty()
                ? Optional.of(by)
                : share.more(lead.get().span().whole(), by);
        change(
                clocks,
                extended,
                clock -> clock.unit() == null
                        ? clock.extend(by, calendar(clock))
                        : theirs.map(more -> clock.extend(more, calendar(clock)))
                                .orElse(clock));
    }

    /** A due time a form gave: an instant, or a date, which lasts until its midnight. */
    private Instant instant(String due) {
        return due.length() == 10
                ? LocalDate.parse(due).plusDays(1).atStartOfDay(zone).toInstant()
                : Instant.parse(due).truncatedTo(ChronoUnit.MICROS);
    }

    private static void change(List<Clock> clocks, Predicate<Clock> which, UnaryOperator<Clock> how) {
        for (int i = 0; i < clocks.size(); i++) {
            Clock clock = clocks.get(i);
            if (clock.open() && which.test(clock)) {
                clocks.set(i, how.apply(clock));
            }
        }
    }
}
