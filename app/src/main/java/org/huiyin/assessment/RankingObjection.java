package org.huiyin.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a published ranking.
 *
 * @param post who has to decide: the unit and the title of the post
 * @param ended null while it is undecided
 */
public record RankingObjection(
        long id,
        long ranking,
        String objection,
        Instant raisedAt,
        Instant decideBy,
        Post post,
        @Nullable Ended ended) {

    /** The post that has to decide. */
    public record Post(long id, int unit, String title) {}

    /**
     * What was decided.
     *
     * @param republished the ranking that was published because of it; null when it was dismissed
     */
    public record Ended(
            boolean upheld,
            String reasons,
            Instant at,
            @Nullable Long republished) {}
}
