package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huiyin.matter.Desk.Equipment;
import org.huiyin.matter.StepQueue.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer: takes what waits, up to {@link #MOST} requests, and performs them in one transaction. If that fails, each is performed alone, so
 * that one bad request never takes others with it; if the connection failed, a new one is made first, and the idempotency key tells whether
 * the lost commit had gone through.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST = 512;
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 500;
    // A batch touches rows by key only. Without this, stale statistics can make PostgreSQL read a whole year for one
    // batch.
    static final String PLAN_BY_KEY = """
            set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set jit = off; set synchronous_commit = on
            """;

    private final Equipment equipment;
    private final BlockingQueue<Waiting> requests;
    private final BooleanSupplier closing;
    private final Batch batch;
    private @Nullable Connection connection;

    Writer(Equipment equipment, int lane, BlockingQueue<Waiting> requests, BooleanSupplier closing) {
        this.equipment = equipment;
        this.requests = requests;
        this.closing = closing;
        this.batch = new Batch(equipment, lane);
    }

    @Override
    public void run() {
        List<Waiting> taken = new ArrayList<>(MOST);
        while (!closing.getAsBoolean() || !requests.isEmpty()) {
            try {
                Waiting first = requests.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                taken.add(first);
                requests.drainTo(taken, MOST - 1);
                perform(taken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(taken, new DeskFault("The writer was stopped", e));
                break;
            } catch (RuntimeException | Error e) {
                // Nobody may wait for ever, and whoever comes next has a chance of their own.
                LOG.error("{} steps are not stored; the writer goes on", taken.size(), e);
                disconnect();
                fail(taken, new DeskFault("The step was not stored; ask again with the same key", e));
            } finally {
                taken.clear();
            }
        }
        disconnect();
    }

    /** Those that have their answer keep it. */
    private static void fail(List<Waiting> taken, DeskFault fault) {
        taken.forEach(one -> one.answer().completeExceptionally(fault));
    }

    private void perform(List<Waiting> taken) throws InterruptedException {
        try {
            answer(taken, batch.perform(connected(), requestsOf(taken)));
        } catch (SQLException | RuntimeException | Error e) {
            undo();
            LOG.warn("A batch of {} steps was undone and each is tried alone: {}", taken.size(), e.toString());
            for (Waiting one : taken) {
                performAlone(one);
            }
        }
    }

    private void performAlone(Waiting one) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                answer(List.of(one), batch.perform(connected(), List.of(one.request())));
                return;
            } catch (SQLException | RuntimeException | Error e) {
                undo();
                if (attempt == TRIES || !(e instanceof SQLException failure && isPassing(failure))) {
                    LOG.error(
                            "Step {} of matter {} is not stored",
                            one.request().step(),
                            one.request().matter(),
                            e);
                    one.answer()
                            .completeExceptionally(
                                    new DeskFault("The step was not stored; ask again with the same key", e));
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * attempt);
            }
        }
    }

    /** Whether trying again can help: connection lost, server starting or stopping, deadlock, or a key used at the same moment elsewhere. */
    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("40") || state.equals("23505");
    }

    private static List<StepRequest> requestsOf(List<Waiting> taken) {
        return taken.stream().map(Waiting::request).toList();
    }

    private static void answer(List<Waiting> taken, List<Outcome> outcomes) {
        for (int i = 0; i < taken.size(); i++) {
            taken.get(i).answer().complete(outcomes.get(i));
        }
    }

    private Connection connected() throws SQLException {
        Connection present = connection;
        if (present == null) {
            present = equipment.database().getConnection();
            connection = present;
            present.setAutoCommit(true);
            try (Statement statement = present.createStatement()) {
                statement.execute(PLAN_BY_KEY);
            }
            present.setAutoCommit(false);
        }
        return present;
    }

    private void undo() {
        Connection present = connection;
        if (present == null) {
            return;
        }
        try {
            present.rollback();
            if (!present.isValid(1)) {
                disconnect();
            }
        } catch (SQLException e) {
            disconnect();
        }
    }

    private void disconnect() {
        Connection present = connection;
        connection = null;
        if (present == null) {
            return;
        }
        try (present;
                Statement statement = present.createStatement()) {
            present.rollback();
            present.setAutoCommit(true);
            statement.execute("reset all");
        } catch (SQLException e) {
            LOG.debug("The writer's connection was already gone", e);
        }
    }
}
