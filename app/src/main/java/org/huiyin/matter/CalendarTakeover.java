package org.huiyin.matter;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Sees to it that a published calendar is taken over: looks every few seconds, on every machine, and one of them works. */
final class CalendarTakeover {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarTakeover.class);

    private final Rederivation rederivation;
    private final AtomicBoolean working = new AtomicBoolean();

    CalendarTakeover(Rederivation rederivation) {
        this.rederivation = rederivation;
    }

    /** Looks whether anything waits; what does is taken over apart, so that other timed work is not held up. */
    @Scheduled(fixedDelay = 3_000, initialDelay = 5_000)
    void look() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("calendar-takeover").start(this::work);
        }
    }

    private void work() {
        try {
            while (rederivation.batch() == Rederivation.Went.ON) {
                // the next batch
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The calendar in force is not taken over yet; it goes on in a moment: {}", e.toString());
        } finally {
            working.set(false);
        }
    }
}
