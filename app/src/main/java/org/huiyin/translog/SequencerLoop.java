package org.huiyin.translog;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sequencer at work on a thread of its own, so that no other timed work holds it up; integration is a fraction of a second behind. */
final class SequencerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
    private static final long AFTER_FAILURE_MILLIS = 2_000;

    private final Sequencer sequencer;
    private final Thread thread = Thread.ofVirtual().name("log-sequencer").unstarted(this::work);
    private volatile @Nullable String stopped;

    SequencerLoop(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    void start() {
        thread.start();
    }

    void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /** Why the log stands still; null while it does not. */
    @Nullable
    String stopped() {
        return stopped;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(turn());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes a turn; returns how long to wait before the next one. */
    private long turn() {
        try {
            Sequencer.Went went = sequencer.turn();
            standStill(null);
            return went == Sequencer.Went.MORE ? 0 : Sequencer.PAUSE_MILLIS;
        } catch (Stopped e) {
            standStill(e.getMessage());
            return AFTER_FAILURE_MILLIS;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Entries wait for their place in the log; it goes on in a moment: {}", e.toString());
            return AFTER_FAILURE_MILLIS;
        }
    }

    private void standStill(@Nullable String why) {
        if (!Objects.equals(why, stopped)) {
            if (why == null) {
                LOG.info("The log goes on");
            } else {
                LOG.error("The log stands still; steps are taken as ever. {}", why);
            }
            stopped = why;
        }
    }
}
