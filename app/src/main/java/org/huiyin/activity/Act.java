package org.huiyin.activity;

import java.time.Instant;

/**
 * A deed as it is written down.
 *
 * @param seq from 1, without a gap
 * @param at when it happened; a phone without network may tell it later
 * @param recordedAt when Huiyin heard of it
 */
public record Act(int seq, Deed deed, Instant at, Instant recordedAt, By by) {

    /** Who did it: 0 for guests. */
    public record By(long account, long post, int unit) {}
}
