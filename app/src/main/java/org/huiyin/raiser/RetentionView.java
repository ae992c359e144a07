package org.huiyin.raiser;

import java.time.Instant;
import java.util.List;

/** What staff decide about the data of raisers, and what goes by itself next month. */
public record RetentionView(List<Line> requests, List<Line> due, List<Line> holds) {

    /**
     * A matter in one of the lists.
     *
     * @param at when it was asked for, when it ended, or since when it is held
     * @param note why it is held; empty otherwise
     */
    public record Line(String number, String title, String state, Instant at, String note) {}
}
