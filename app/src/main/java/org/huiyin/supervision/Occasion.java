package org.huiyin.supervision;

import java.time.Instant;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a matter at a moment at which something happens to it, with what an instrument or a message says of the matter.
 *
 * @param unit the co-handler the clock runs for; null for the matter's own
 * @param term how often its time was extended: what it already brought about counts for one term only
 * @param at when its time had come
 * @param lead null before dispatch
 * @param desk the unit on whose desk the matter lies; null for none
 * @param title without what identifies a person
 */
record Occasion(
        long matter,
        int ordinal,
        String clock,
        @Nullable Integer unit,
        int term,
        Instant at,
        Instant due,
        Instant began,
        String programme,
        @Nullable Integer lead,
        @Nullable Integer desk,
        int office,
        String place,
        String title) {

    MatterNumber number() {
        return new MatterNumber(matter);
    }
}
