package org.huiyin.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit answered to an instrument.
 *
 * @param by who wrote it
 * @param judged what the issuer thought of it; null while it waits
 */
record Answer(
        long id,
        Instant at,
        int unit,
        @Nullable String by,
        String text,
        @Nullable Judged judged) {

    /**
     * The issuer's word.
     *
     * @param by null for an answer from before answers were judged
     */
    record Judged(
            boolean accepted,
            Instant at,
            int unit,
            @Nullable String by,
            String reason) {}
}
