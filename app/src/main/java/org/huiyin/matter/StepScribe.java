package org.huiyin.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feature writes for a batch of accepted steps, in the Desk's transaction. It adds its statements to what the batch sends in one message.
 * They must be set-based: one statement for the batch, never one a step. What it throws undoes the batch; the Desk then performs each request
 * alone.
 */
public interface StepScribe {

    void scribe(Writes writes, List<Accepted> batch);

    /** Told when what was published changed the open clocks of matters without a step, in the transaction that changed them. */
    default void takenOver(Writes writes, List<TakenOver> batch) {}

    /** Told when a batch is on disk, before those who asked are answered; must neither wait nor throw. */
    default void stored() {}

    /** A matter whose open clocks another timetable judges otherwise. */
    record TakenOver(Matter before, Matter after) {}

    /**
     * One accepted step.
     *
     * @param before the matter before it, its open clocks under the timetable that judged the step; null when the step began it
     */
    record Accepted(Step step, @Nullable Matter before, Matter after) {}
}
