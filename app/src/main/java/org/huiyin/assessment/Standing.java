package org.huiyin.assessment;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a unit stands in its class in a period.
 *
 * @param rank null when it has too few cases
 * @param counts the parts counted for it
 * @param scores measure → what it comes to; without those that came to nothing
 * @param change of the measure ranks follow since the period before, in percentage points; null when it came to nothing then
 * @param rankBefore null when it had none
 */
public record Standing(
        int unit,
        String code,
        @Nullable Integer rank,
        Map<String, Long> counts,
        Map<String, Score> scores,
        @Nullable BigDecimal change,
        @Nullable Integer rankBefore) {

    Standing ranked(@Nullable Integer newRank) {
        return new Standing(unit, code, newRank, counts, scores, change, rankBefore);
    }

    Standing since(@Nullable BigDecimal newChange, @Nullable Integer before) {
        return new Standing(unit, code, rank, counts, scores, newChange, before);
    }
}
