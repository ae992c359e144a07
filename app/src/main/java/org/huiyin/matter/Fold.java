package org.huiyin.matter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.Timetable;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.StateRule;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Effects;
import org.jspecify.annotations.Nullable;

/**
 * What a step makes of a matter. The Desk and doctor use the same one: the Desk when a step is taken, doctor when it folds all steps again,
 * so that a projection that differs from its steps is a fault, never a matter of opinion.
 */
final class Fold {

    /** The number of the timetable in force, written into a step when it was decided; left out while it is the first. */
    private static final String CALENDAR = "calendar";

    private final Calendars calendars;
    private final ZoneId zone;

    Fold(Calendars calendars, ZoneId zone) {
        this.calendars = calendars;
        this.zone = zone;
    }

    /** Writes down by which timetable a step was decided, so that it can always be judged so again. */
    static void decidedBy(Timetable timetable, Map<String, Object> fields) {
        if (timetable.number() > 1) {
            fields.put(CALENDAR, (long) timetable.number());
        }
    }

    /** What was filled in, without what was written down about the deciding. */
    static Map<String, Object> filledIn(Step step) {
        if (!step.fields().containsKey(CALENDAR)) {
            return step.fields();
        }
        Map<String, Object> fields = new HashMap<>(step.fields());
        fields.remove(CALENDAR);
        return fields;
    }

    /** The timetable that judged a step. */
    Timetable timetable(Step step) {
        return calendars.numbered(step.fields().get(CALENDAR) instanceof Number number ? number.intValue() : 1);
    }

    /** The matter after the step, its open clocks under the timetable that was in force then. Never refuses: the step is a fact. */
    Matter apply(Programme programme, @Nullable Matter matter, Step step) {
        Reckoning reckoning = new Reckoning(programme, timetable(step));
        Matter before = matter == null ? null : reckoning.of(matter);
        StepRule rule = programme
                .step(step.name())
                .orElseThrow(() -> new IllegalStateException("Programme " + programme.name() + " has no step "
                        + step.name() + " of matter " + step.matter()));
        Effects effects = rule.effects(step.toState());
        StateRule state = programme.state(step.toState());
        Properties properties = before == null ? Properties.atBeginning(step) : Properties.of(before);
        properties.set(effects.sets(), step.fields());
        properties.confidential |= programme.publicity().countsOnly(properties.category);
        properties.publish(rule.publishing(), programme, step);
        if (effects.sets().containsKey("title") && !programme.titleOpen()) {
            properties.hideTitle(programme);
        }
        int round = (before == null ? 1 : before.round()) + (effects.newRound() ? 1 : 0);
        List<Clock> clocks = new Clockwork(reckoning, Reckoning.Bearing.of(properties), zone)
                .after(effects, step, before, properties.coHandlers, round);
        Long mergedInto = mergedInto(effects, before, step);
        Matter after = new Matter(
                step.matter(),
                programme.name(),
                programme.version(),
                step.seq(),
                state.name(),
                state.list(),
                state.worklist(),
                round,
                properties.title,
                properties.publicTitle,
                properties.place,
                properties.category,
                properties.kind,
                properties.urgency,
                properties.confidential,
                properties.office,
                properties.lead,
                properties.coHandlers,
                desk(state, properties),
                before == null ? raiser(step) : before.raiser(),
                before == null ? step.by().post() != 0 : before.onBehalf(),
                properties.complainedOf,
                mergedInto,
                (before == null ? 0 : before.merged()) + effects.absorbs(),
                before == null ? step.occurredAt() : before.raisedAt(),
                step.occurredAt(),
                times(before, step.name(), step.occurredAt(), effects.newRound()),
                clocks);
        return reckoning.of(after);
    }

    private static @Nullable Long raiser(Step step) {
        return step.by().role() == Role.RESIDENT && step.by().account() != 0
                ? step.by().account()
                : null;
    }

    private static @Nullable Long mergedInto(Effects effects, @Nullable Matter before, Step step) {
        if (effects.merge()) {
            return MergeTargets.named(step.fields());
        }
        return before == null || effects.unmerge() ? null : before.mergedInto();
    }

    private static @Nullable Integer desk(StateRule state, Properties properties) {
        return switch (state.desk()) {
            case OFFICE, SUPERVISOR -> properties.office;
            case LEAD -> properties.lead;
            case RAISER, NOBODY -> null;
        };
    }

    private static Map<String, Matter.Taken> times(@Nullable Matter before, String step, Instant at, boolean newRound) {
        Map<String, Matter.Taken> times = new LinkedHashMap<>();
        if (before != null) {
            times.putAll(before.times());
        }
        if (newRound) {
            times.replaceAll((name, taken) -> new Matter.Taken(0, taken.ever(), taken.last()));
        }
        Matter.Taken last = times.get(step);
        times.put(
                step,
                last == null
                        ? new Matter.Taken(newRound ? 0 : 1, 1, at)
                        : new Matter.Taken(last.thisRound() + (newRound ? 0 : 1), last.ever() + 1, at));
        return Map.copyOf(new HashMap<>(times));
    }
}
