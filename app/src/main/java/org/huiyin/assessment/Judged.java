package org.huiyin.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose deadline counts once it has come.
 *
 * @param ordinal its place among the matter's clocks
 * @param clock its name
 * @param kept whether what it waited for happened by then
 */
record Judged(
        long matter,
        int ordinal,
        String programme,
        String clock,
        int unit,
        String town,
        String category,
        Instant due,
        boolean kept) {

    /** Which of which matter's clocks it is. */
    record Place(long matter, int ordinal) {}

    /** What a step makes of one: null before it counts, null when it counts no longer; never both. */
    record Change(
            Place place, @Nullable Judged before, @Nullable Judged after) {}
}
