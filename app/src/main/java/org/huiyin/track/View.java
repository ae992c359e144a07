package org.huiyin.track;

import java.util.Optional;
import org.huiyin.evidence.Sight;
import org.huiyin.matter.Step;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;

/** Whose eyes a matter is told for. */
enum View {
    /** Anybody, of a matter that is not confidential. */
    PUBLIC,
    /** Whoever raised it. */
    RAISER;

    /** Whether this reader may read a field of a step. What staff wrote for each other stays with them until the answer is given. */
    boolean mayRead(Programme programme, Step step, Field field) {
        return switch (field.seen()) {
            case PUBLIC, MASKED -> !draft(programme, step);
            case RAISER -> this == RAISER;
            case HANDLERS, SHIELDED -> this == RAISER && step.by().role() == Role.RESIDENT;
            case SEALED -> false;
        };
    }

    /** How files shown to this reader are seen. */
    Sight sight() {
        return this == RAISER ? Sight.WHOLE : Sight.NAMELESS;
    }

    /** Whether the step is told at all: what neither moves the matter nor says anything this reader may read is not. */
    boolean mayKnowOf(Programme programme, Step step) {
        Optional<StepRule> rule = programme.step(step.name());
        boolean moves = !step.fromState().equals(step.toState());
        if (moves || rule.isEmpty()) {
            return true;
        }
        return step.by().role() != Role.SYSTEM
                && (this == RAISER
                        || rule.get().form().fields().stream()
                                .anyMatch(field ->
                                        step.fields().containsKey(field.name()) && mayRead(programme, step, field)));
    }

    /** What is meant for everybody and written by staff is a draft while it still lies with staff; with it everything the step says. */
    static boolean draft(Programme programme, Step step) {
        return step.by().role() != Role.RESIDENT
                && step.seq() > 1
                && !reaches(programme, step)
                && programme.step(step.name()).stream()
                        .flatMap(rule -> rule.form().fields().stream())
                        .anyMatch(field -> field.seen() == Field.Seen.MASKED);
    }

    /** Whether the step puts the matter before the raiser or ends it. */
    static boolean reaches(Programme programme, Step step) {
        Programme.StateRule to = programme.state(step.toState());
        boolean moves = !step.fromState().equals(step.toState());
        return moves && (to.desk() == Programme.Desk.RAISER || to.end());
    }
}
