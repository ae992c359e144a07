package org.huiyin.translog;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the witnesses every few seconds, on a thread of its own. */
final class WitnessLoop {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessLoop.class);
    private static final long PAUSE_SECONDS = 10;

    private final Witnesses witnesses;
    private final Thread thread = Thread.ofVirtual().name("log-witnesses").unstarted(this::work);
    private final boolean any;

    WitnessLoop(Witnesses witnesses, boolean any) {
        this.witnesses = witnesses;
        this.any = any;
    }

    void start() {
        if (any) {
            thread.start();
        }
    }

    void close() throws InterruptedException {
        thread.interrupt();
        if (any) {
            thread.join();
        }
    }

    List<LogView.Witness> shown() {
        return witnesses.shown();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                witnesses.ask();
            } catch (RuntimeException e) {
                LOG.warn("Witnesses could not be asked; they are asked again in a moment: {}", e.toString());
            }
            try {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
