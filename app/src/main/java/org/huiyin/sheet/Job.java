package org.huiyin.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes a while: a list on its way out, or a table on its way in.
 *
 * @param name of the list or of what is taken in
 * @param request the parameters of the list's page, or the name of the file that came in
 * @param of how many rows there are; negative while nobody knows
 * @param result what came of the phase, as JSON
 */
public record Job(
        long id,
        long account,
        long post,
        Act act,
        String name,
        String title,
        String request,
        Phase phase,
        State state,
        long done,
        long of,
        String result,
        Instant askedAt,
        Instant beatAt,
        @Nullable Instant endedAt) {

    /** A running phase that was not heard of for so long runs no more: its machine was stopped. */
    private static final Duration SILENT = Duration.ofSeconds(90);

    /** Out or in. */
    public enum Act {
        EXPORT,
        IMPORT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is being done, or was done last. */
    public enum Phase {
        MAKE,
        CHECK,
        TAKE,
        UNDO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far the phase came. */
    public enum State {
        RUNNING,
        DONE,
        /** Some cells are wrong; nothing was stored. */
        FAULTY,
        STOPPED,
        FAILED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean running(Instant now) {
        return state == State.RUNNING && !interrupted(now);
    }

    /** Whether it says it runs, but nothing does. */
    boolean interrupted(Instant now) {
        return state == State.RUNNING && beatAt.plus(SILENT).isBefore(now);
    }

    boolean came(Phase wanted, State how) {
        return phase == wanted && state == how;
    }
}
