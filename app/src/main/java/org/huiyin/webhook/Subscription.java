package org.huiyin.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of steps.
 *
 * @param post in whose name: nothing is told that it may not read
 * @param steps names of steps; all when empty
 * @param programmes all when empty
 * @param units matters these units or those below them handle or dispatch; all within reach when empty
 * @param failures how many calls in a row came to nothing
 * @param failingSince since when no call came through; null while the last one did
 * @param restingUntil no call is made before; null for none
 */
record Subscription(
        long id,
        String name,
        String url,
        long account,
        long post,
        List<String> steps,
        List<String> programmes,
        List<Integer> units,
        State state,
        Instant madeAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil) {

    /** Whether it is told anything. */
    enum State {
        ACTIVE,
        /** By somebody's hand; steps meanwhile are not told. */
        PAUSED,
        /** By Huiyin, after long failure or because the other side said it is gone. */
        DISABLED,
        REMOVED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** What somebody wants to be told, and where. */
    record Wanted(String name, String url, List<String> steps, List<String> programmes, List<Integer> units) {}
}
