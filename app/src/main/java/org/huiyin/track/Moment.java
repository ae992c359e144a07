package org.huiyin.track;

import java.time.Instant;
import java.util.List;
import org.huiyin.evidence.Attachment;

/**
 * One step of a matter as it is told to a reader.
 *
 * @param by the unit, or who else took it; empty where the sentence says so already
 * @param answer whether it is an answer, which stands on its own above all steps
 */
public record Moment(
        int seq, String title, Instant at, String by, List<Fact> facts, List<Attachment> evidence, boolean answer) {

    /** A field with its value; a long one stands on its own. */
    public record Fact(String name, String value, boolean isLong) {}
}
