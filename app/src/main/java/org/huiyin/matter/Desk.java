package org.huiyin.matter;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Programmes;

/**
 * Performs steps. The only way anything happens to a matter. Thread-safe; a caller is answered after its step is committed, and then reads
 * its own write. Requests that arrive together share one transaction (group commit), which is why many callers cost little more than one.
 */
public final class Desk implements AutoCloseable {

    /** What performing needs of the installation. */
    public record Equipment(
            DataSource database,
            Programmes programmes,
            Calendars calendars,
            Directory directory,
            Keyring keyring,
            List<StepScribe> scribes,
            InstantSource clock,
            ZoneId zone) {}

    private final StepQueue queue;
    private final Equipment equipment;
    private final int writers;

    /** A desk with as many writers as given; two or three keep a two-core machine busy. */
    public Desk(Equipment equipment, int writers) {
        this.queue = new StepQueue(equipment, writers);
        this.equipment = equipment;
        this.writers = writers;
    }

    /**
     * Performs a step and waits until it is on disk.
     *
     * @throws DeskFault when the database failed; asking again with the same key is safe
     */
    public Outcome perform(StepRequest request) {
        return wait(queue.submit(request));
    }

    /** Performs many steps at once; each has its own outcome, in the order of the requests. */
    public List<Outcome> performAll(List<StepRequest> requests) {
        List<CompletableFuture<Outcome>> asked =
                requests.stream().map(queue::submit).toList();
        return asked.stream().map(Desk::wait).toList();
    }

    /** Begins many steps that are taken together or not at all; it counts in a lane of its own. */
    public Whole whole() {
        return new Whole(equipment, writers);
    }

    private static Outcome wait(CompletableFuture<Outcome> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskFault(
                    "Interrupted while waiting; the step may have been stored. Ask again with the same key.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DeskFault fault
                    ? fault
                    : new DeskFault("The step was not stored", e.getCause());
        }
    }

    /** Finishes what was asked for and stops. */
    @Override
    public void close() {
        queue.close();
    }
}
