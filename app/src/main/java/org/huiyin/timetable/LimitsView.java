package org.huiyin.timetable;

import java.util.List;
import java.util.Map;
import org.huiyin.matter.Foresight;
import org.jspecify.annotations.Nullable;

/**
 * What the page of limits shows, in the reader's words.
 *
 * @param basedOn the number of the timetable in force
 * @param keys what a limit may be set for, by group
 * @param wanted what is filled in
 * @param words the limit that is filled in, in words
 * @param tried what it would change; null when nothing is looked at
 * @param fault why it cannot be set; null when it can
 */
public record LimitsView(
        int basedOn,
        List<Line> lines,
        List<Change> changes,
        Map<String, String> clocks,
        Map<String, String> keys,
        LimitPolicies.Wanted wanted,
        String words,
        Foresight.@Nullable Foreseen tried,
        @Nullable String fault) {

    /**
     * A limit in force.
     *
     * @param set whether somebody set it, as against the programme
     */
    public record Line(String clock, String matters, String limit, boolean set) {}

    /** A limit as it was set. */
    public record Change(SetLimit set, String clock, String matters, String limit) {}
}
