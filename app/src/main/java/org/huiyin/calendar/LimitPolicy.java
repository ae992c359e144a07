package org.huiyin.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit somebody set otherwise than the programme does.
 *
 * @param key an urgency, a category or a kind of matter; {@code *} for the rest
 * @param limit null gives back what the programme says
 * @param openToo whether clocks that ran already have it too, as against those that begin from {@code since} on
 */
public record LimitPolicy(
        String programme,
        String clock,
        String key,
        @Nullable Limit limit,
        boolean openToo,
        Instant since) {

    private boolean judges(String ofProgramme, String ofClock, String ofKey, Instant started) {
        return clock.equals(ofClock)
                && key.equals(ofKey)
                && programme.equals(ofProgramme)
                && (openToo || !started.isBefore(since));
    }

    /** The limit the newest of these policies sets for a clock that began then; nothing when none does or the programme's holds again. */
    static Optional<Limit> of(List<LimitPolicy> policies, String programme, String clock, String key, Instant started) {
        for (LimitPolicy policy : policies.reversed()) {
            if (policy.judges(programme, clock, key, started)) {
                return Optional.ofNullable(policy.limit());
            }
        }
        return Optional.empty();
    }
}
