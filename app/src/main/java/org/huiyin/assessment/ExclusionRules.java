package org.huiyin.assessment;

import java.time.Instant;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.Exclusion.State;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Measures;

/** Who may do what about an exclusion, and when. Pure. */
final class ExclusionRules {

    private final Measures.Exclusions rules;
    private final WorkCalendar calendar;

    ExclusionRules(Measures.Exclusions rules, WorkCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** Whether something may be done, or why not. Every edge has its own words for every answer. */
    sealed interface Verdict {
        record Allowed() implements Verdict {}

        /** Only supervisors of the whole city decide. */
        record NotASupervisor() implements Verdict {}

        /** Only the head of the unit whose figures it is appeals, and only its head or a supervisor asks. */
        record NotTheUnit() implements Verdict {}

        /** Whoever asked does not decide. */
        record OwnRequest() implements Verdict {}

        /** Whoever decided first does not decide again. */
        record SameDecider() implements Verdict {}

        /** An appeal came too late. */
        record TooLate(Instant until) implements Verdict {}

        /** It does not stand where this can be done. */
        record NotNow(State state) implements Verdict {}
    }

    /** Whether somebody may ask for an exclusion from the figures of a unit. */
    static Verdict ask(Actor actor, int unit) {
        boolean head = actor.role() == Role.UNIT_HEAD && actor.reach().coversUnit(unit);
        return head || supervises(actor) ? new Verdict.Allowed() : new Verdict.NotTheUnit();
    }

    Verdict may(Exclusion exclusion, Kind kind, Actor actor, Instant now) {
        return switch (kind) {
            case ASK -> new Verdict.NotNow(exclusion.state());
            case APPROVE, REFUSE -> decide(exclusion, actor);
            case APPEAL -> appeal(exclusion, actor, now);
            case UPHOLD, OVERTURN -> decideAgain(exclusion, actor);
        };
    }

    private static Verdict decide(Exclusion exclusion, Actor actor) {
        if (!supervises(actor)) {
            return new Verdict.NotASupervisor();
        }
        if (exclusion.state() != State.ASKED) {
            return new Verdict.NotNow(exclusion.state());
        }
        return did(exclusion, Kind.ASK, actor) ? new Verdict.OwnRequest() : new Verdict.Allowed();
    }

    private Verdict appeal(Exclusion exclusion, Actor actor, Instant now) {
        if (actor.role() != Role.UNIT_HEAD || !actor.reach().coversUnit(exclusion.unit())) {
            return new Verdict.NotTheUnit();
        }
        if (exclusion.state() != State.DECIDED) {
            return new Verdict.NotNow(exclusion.state());
        }
        Instant until = appealUntil(exclusion);
        return now.isAfter(until) ? new Verdict.TooLate(until) : new Verdict.Allowed();
    }

    private static Verdict decideAgain(Exclusion exclusion, Actor actor) {
        if (!supervises(actor)) {
            return new Verdict.NotASupervisor();
        }
        if (exclusion.state() != State.APPEALED) {
            return new Verdict.NotNow(exclusion.state());
        }
        if (did(exclusion, Kind.ASK, actor)) {
            return new Verdict.OwnRequest();
        }
        boolean same = did(exclusion, Kind.APPROVE, actor) || did(exclusion, Kind.REFUSE, actor);
        return same ? new Verdict.SameDecider() : new Verdict.Allowed();
    }

    /** Until when the unit may appeal against the decision. */
    Instant appealUntil(Exclusion exclusion) {
        return exclusion
                .decision()
                .map(act -> calendar.deadline(Span.of(act.at(), rules.appeal())).due())
                .orElse(Instant.MIN);
    }

    /** Until when an appeal has to be decided; later is late, and said so, but counts. */
    Instant decideUntil(Exclusion exclusion) {
        return exclusion
                .act(Kind.APPEAL)
                .map(act -> calendar.deadline(Span.of(act.at(), rules.decide())).due())
                .orElse(Instant.MAX);
    }

    private static boolean did(Exclusion exclusion, Kind kind, Actor actor) {
        return exclusion
                .act(kind)
                .filter(act -> act.account() == actor.account())
                .isPresent();
    }

    static boolean supervises(Actor actor) {
        return actor.role() == Role.SUPERVISOR && actor.reach().everywhere();
    }
}
