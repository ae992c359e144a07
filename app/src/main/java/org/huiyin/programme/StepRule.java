package org.huiyin.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a step may do: from which states, to which, by whom, with which form, under which conditions, with which effects.
 *
 * @param from the states it may be taken in; empty for a step that begins a matter
 * @param to where it leads: the first branch whose condition holds; empty when the matter stays in its state
 * @param within the step is only open in some time after another one was last taken; null for no window
 * @param by who may take it at all
 * @param onlyIn those of them who may take it in some of its states only (the importer may answer straight from the unit's desk, a
 *     handler not before the answer is reviewed)
 * @param evidence how many attachments it needs at least
 * @param carriesEvidenceOf earlier steps of the round whose evidence goes along with what this one carries to merged matters
 * @param recalls every earlier step this one has to know: its conditions look at what was filled in, or it carries the evidence
 * @param effects what happens when it leads nowhere; a step with branches has the effects of the branch taken
 */
public record StepRule(
        String name,
        Text title,
        Text done,
        Set<String> from,
        List<Branch> to,
        Set<Relation> by,
        Map<Relation, Set<String>> onlyIn,
        Form form,
        List<Guard> guards,
        @Nullable Window within,
        int evidence,
        Set<String> carriesEvidenceOf,
        Set<String> recalls,
        Effects effects,
        Tone tone,
        boolean bulk,
        Publishing publishing) {

    /** Who may take it in this state. */
    public Set<Relation> by(String state) {
        if (onlyIn.isEmpty()) {
            return by;
        }
        return by.stream()
                .filter(relation -> onlyIn.getOrDefault(relation, from).contains(state))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What happens when the step leads there; no two branches of a step lead to the same state. */
    public Effects effects(String toState) {
        for (Branch branch : to) {
            if (branch.state().equals(toState)) {
                return branch.effects();
            }
        }
        return effects;
    }

    /** Whether the step can bring about steps on other matters. */
    public boolean speaksToOthers() {
        return effects.carries() != null
                || to.stream().anyMatch(branch -> branch.effects().carries() != null);
    }

    /** The steps it can bring about on other matters. */
    Stream<String> carried() {
        return Stream.concat(Stream.of(effects), to.stream().map(Branch::effects))
                .flatMap(one -> Stream.ofNullable(one.carries()))
                .distinct();
    }

    /** Whether it makes the matter join another one. */
    public boolean merges() {
        return effects.merge()
                || to.stream().anyMatch(branch -> branch.effects().merge());
    }

    /**
     * Where a step leads when its condition (null: always) holds.
     *
     * @param effects everything that happens on this way: the step's own effects and this branch's
     */
    public record Branch(String state, @Nullable Condition when, Effects effects) {}

    /** A condition that must hold, and the refusal a person reads when it does not. */
    public record Guard(Condition condition, String slug, Text refusal) {}

    /**
     * A step is open for {@code limit} after the latest of the steps in {@code after}.
     *
     * @param from how long after them it opens; null when it is open at once
     */
    public record Window(Set<String> after, @Nullable Limit from, Limit limit, Text refusal) {}

    /** What a step changes about what the public may read of the matter. */
    public enum Publishing {
        NONE,
        /** A place of a text is let be read, or blanked as well. */
        CORRECTS,
        /** Nothing that was written is public any more; that it was taken back, and why, is. */
        WITHDRAWS
    }

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
            @Nullable String carries,
            Map<String, String> dues) {

        public static final Effects NONE = plain(false);
        public static final Effects ENDING = plain(true);

        private static Effects plain(boolean ending) {
            return new Effects(
                    Map.of(), List.of(), List.of(), List.of(), List.of(), null, false, ending, false, false, 0, false,
                    null, Map.of());
        }

        /** Lengthens {@code clock} by as much as the form field {@code by} says, counted in {@code in}. */
        public record Extend(String clock, String by, Limit.Measure in) {}
    }
}
