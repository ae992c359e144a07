package org.huiyin.worklist;

import java.util.List;

/** What came of one step on many matters, each in words; those not taken first. */
public record BulkResult(String step, int done, List<Line> lines, ListAddress from) {

    /** One matter. */
    public record Line(String number, String title, boolean done, String text) {}

    public int refused() {
        return lines.size() - done;
    }
}
