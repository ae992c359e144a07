package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a period and the one before it, as of one instant.
 *
 * @param asOf that of the ranking published last; of a period without one, the moment it was reckoned
 * @param ranking what was published; null when nothing was
 * @param leftOut what was left out of the figures of either period
 * @param alarmed units whose figures there is reason to look into before anybody is praised for them
 */
public record PeriodAccount(
        Measures measures,
        Period period,
        Period before,
        Instant asOf,
        @Nullable PublishedRanking ranking,
        Standings standings,
        CaseBook book,
        List<Exclusion> leftOut,
        List<Alarmed> alarmed,
        Instant reckonedAt) {

    /** A ranking that stands for good. */
    public record PublishedRanking(Instant at, String fingerprint) {}

    /** Why a unit's figures should be looked into. */
    public record Alarmed(int unit, Text why) {}

    /** Whether nothing at all was counted in the period. */
    public boolean empty() {
        return book.figures(period, Dimension.UNIT).keys().isEmpty();
    }

    /** Whether the period was over by then. */
    public boolean over() {
        return !asOf.isBefore(period.until());
    }

    public Figures figures(Period of, Dimension by) {
        return book.figures(of, by);
    }

    /** What every measure comes to over all units. */
    public Map<String, Score> scores(Period of) {
        return Formula.scores(measures, book.figures(of, Dimension.UNIT).total());
    }

    /** What every measure comes to over some counts. */
    public Map<String, Score> scores(Map<String, Long> counts) {
        return Formula.scores(measures, counts);
    }
}
