package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature's own statement for a batch of accepted steps, in the Desk's transaction. It must be set-based: one statement for the batch,
 * never one a step. What it throws undoes the batch; the Desk then performs each request alone.
 */
public interface StepScribe {

    void scribe(Connection connection, List<Accepted> batch) throws SQLException;

    /**
     * The same, told which writer it is: counts kept in a row a writer never make two of them wait for each other.
     *
     * @param lane the writer's number, from 0
     */
    default void scribe(Connection connection, int lane, List<Accepted> batch) throws SQLException {
        scribe(connection, batch);
    }

    /**
     * Told when a published calendar changed the open clocks of matters without a step, in the transaction that changed them.
     *
     * @param lane the writer's number, or that of the pass that takes calendars over
     */
    default void takenOver(Connection connection, int lane, List<TakenOver> batch) throws SQLException {}

    /** A matter whose open clocks another version of the calendar judges otherwise. */
    record TakenOver(Matter before, Matter after) {}

    /**
     * One accepted step.
     *
     * @param before the matter before it, its open clocks under the calendar that judged the step; null when the step began it
     */
    record Accepted(Step step, @Nullable Matter before, Matter after) {}
}
