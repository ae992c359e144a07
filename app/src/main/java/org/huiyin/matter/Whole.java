package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.huiyin.matter.Desk.Equipment;
import org.jspecify.annotations.Nullable;

/**
 * Many steps as one: all of them in one transaction, or none. One at a time in the whole city. The matters it changes stay locked until it
 * ends, and whoever wants to act on one waits: ask in the order of their numbers, and for a few thousand at most. Matters it begins are in
 * nobody's way. Not thread-safe.
 */
public final class Whole implements AutoCloseable {

    /** As many requests as are best asked at once. */
    public static final int AT_ONCE = 512;

    private static final String ALONE = """
            select pg_advisory_xact_lock(8311, 1)
            """;
    private static final Duration SOON = Duration.ofDays(1);

    private final Equipment equipment;
    private final Batch batch;
    private final Connection connection;
    private boolean performing;

    Whole(Equipment equipment, int lane) {
        this.equipment = equipment;
        this.batch = new Batch(equipment, lane);
        try {
            this.connection = equipment.database().getConnection();
            connection.setAutoCommit(true);
            run(Writer.PLAN_BY_KEY);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DeskFault("The database did not answer; nothing is stored", e);
        }
    }

    /** What would come of each: null where the step would be taken, a receipt where it was taken before, else why not. Stores nothing. */
    public List<@Nullable Outcome> foresee(List<StepRequest> requests) {
        try {
            return batch.foresee(connection, requests);
        } catch (SQLException e) {
            throw new DeskFault("It could not be foreseen; nothing is stored", e);
        }
    }

    /** Takes the steps that may be taken, not yet for good: {@link #commit} makes them so, and closing without it takes all of them back. */
    public List<Outcome> perform(List<StepRequest> requests) {
        try {
            if (!performing) {
                begin();
            }
            return batch.take(connection, requests);
        } catch (SQLException e) {
            throw new DeskFault("The steps were not taken; nothing is stored", e);
        }
    }

    /** Making room for a year commits, so it comes before everything else. */
    private void begin() throws SQLException {
        var now = equipment.clock().instant();
        batch.open(connection, now.atZone(equipment.zone()).getYear());
        batch.open(connection, now.plus(SOON).atZone(equipment.zone()).getYear());
        run(ALONE);
        performing = true;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void commit() {
        try {
            connection.commit();
            performing = false;
            batch.tellStored();
        } catch (SQLException e) {
            throw new DeskFault("It is not known whether the steps are stored; ask again with the same keys", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            run("reset all");
        } catch (SQLException e) {
            throw new DeskFault("The database did not answer at the end", e);
        }
    }
}
