package org.huiyin.matter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the steps of each matter follow one another: numbered without a gap, each from the state the one before led to. */
final class StepChain {

    private static final int MOST_TOLD = 1000;

    private final List<Doctor.Difference> broken = new ArrayList<>();
    private @Nullable Step last;

    /** The next step, in the order of matters and numbers; {@code round} is the round its matter stood in. */
    void next(Step step, int round) {
        Step before = last != null && last.matter() == step.matter() ? last : null;
        int number = before == null ? 1 : before.seq() + 1;
        String state = before == null ? "" : before.toState();
        if (step.seq() != number) {
            tell(step, "comes where step " + number + " should be");
        } else if (!step.fromState().equals(state)) {
            tell(step, "leaves \"" + step.fromState() + "\", but the matter stood in \"" + state + "\"");
        } else if (step.round() != round) {
            tell(step, "is of round " + step.round() + ", but the matter was in round " + round);
        }
        last = step;
    }

    private void tell(Step step, String what) {
        if (broken.size() < MOST_TOLD) {
            broken.add(new Doctor.Difference(
                    "step", step.matter(), "step " + step.seq() + " (" + step.name() + ") " + what));
        }
    }

    List<Doctor.Difference> broken() {
        return List.copyOf(broken);
    }
}
