package org.huiyin.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a step may do: from which states, to which, by whom, with which form, under which conditions, with which effects.
 *
 * @param from the states it may be taken in; empty for a step that begins a matter
 * @param to where it leads: the first branch whose condition holds; empty when the matter stays in its state
 * @param within the step is only open this long after another one was last taken; null for no window
 * @param evidence how many attachments it needs at least
 */
public record StepRule(
        String name,
        Text title,
        Text done,
        Set<String> from,
        List<Branch> to,
        Set<Relation> by,
        Form form,
        List<Guard> guards,
        @Nullable Window within,
        int evidence,
        Effects effects,
        Tone tone,
        boolean bulk) {

    /** Where a step leads when its condition (null: always) holds. */
    public record Branch(String state, @Nullable Condition when) {}

    /** A condition that must hold, and the refusal a person reads when it does not. */
    public record Guard(Condition condition, String slug, Text refusal) {}

    /** A step is open for {@code limit} after {@code after} was last taken. */
    public record Window(String after, Limit limit, Text refusal) {}

    /** How the button looks: the usual next step, an ordinary one, or one to take with care. */
    public enum Tone {
        LIKELY,
        PLAIN,
        CAREFUL
    }

    /**
     * What else happens in the same transaction.
     *
     * @param sets matter property → form field it is taken from (lead, co-handlers, category, kind, urgency, place, title …)
     * @param starts clocks that begin; a running clock of that name is stopped first
     * @param stops clocks that end
     * @param pauses clocks that stand still until resumed
     * @param resumes clocks that go on
     * @param extend the clock that is lengthened, by the working days in {@code by}; null for none
     * @param newRound the matter begins another round: counts start again, the round's score stays
     * @param ending withdrawn, merged and closed matters stop every clock
     * @param merge the matter joins the one named in the field {@code into}
     * @param unmerge the matter leaves the one it was merged into
     * @param absorbs how many merged matters this one gains (1) or loses (-1)
     * @param ownClock whether {@code stops} ends only the clock of the unit that takes the step (a co-handler's opinion)
     * @param carries the step Huiyin takes because of this one: on the matter merged into or left, or else on every merged matter
     */
    public record Effects(
            Map<String, String> sets,
            List<String> starts,
            List<String> stops,
            List<String> pauses,
            List<String> resumes,
            @Nullable Extend extend,
            boolean newRound,
            boolean ending,
            boolean merge,
            boolean unmerge,
            int absorbs,
            boolean ownClock,
            @Nullable String carries) {

        /** Lengthens {@code clock} by as many working days as the form field {@code by} says. */
        public record Extend(String clock, String by) {}
    }
}
