package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a table: all of it is counted, the first two thousand are kept. */
final class Faults {

    static final int MOST_KEPT = 2000;

    private final List<Fault> kept = new ArrayList<>();
    private long count;

    void add(Fault fault) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(fault);
        }
    }

    boolean any() {
        return count > 0;
    }

    long count() {
        return count;
    }

    /** Line by line, each from left to right. */
    List<Fault> kept() {
        kept.sort(Comparator.comparing(Fault::line).thenComparing(Fault::column));
        return kept;
    }
}
