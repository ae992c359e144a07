package org.huiyin.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection to a ranking as everybody may know it: that it was raised, who decides by when, and what was decided; not what it says.
 *
 * @param ranking what it objects to
 * @param state open, upheld or dismissed
 * @param republished the address of the ranking that was published because of it
 */
public record ObjectionView(
        long id,
        String ranking,
        String href,
        Instant raisedAt,
        Instant decideBy,
        String decides,
        String state,
        String reasons,
        @Nullable Instant endedAt,
        @Nullable String republished) {}
