package org.huiyin.raiser;

import java.time.Instant;
import java.util.List;
import org.huiyin.track.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a raiser, as they read it.
 *
 * @param told what they told us
 * @param openings who opened their name, when and why
 * @param keepYears for how many years after its end the matter is kept whole; 0 for good
 * @param askedAt when they asked for it to be erased; null when they did not, or were refused and may ask again
 * @param refused why they were refused; null when they were not
 * @param granted why it was granted; null when it was not
 * @param anonymisedAt null while the matter is whole
 * @param account whether they are signed in, and can have all their matters at once
 * @param asks whether this reader may ask for it to be erased
 */
public record DataView(
        String number,
        List<Moment.Fact> told,
        List<Moment.Fact> openings,
        int keepYears,
        @Nullable Instant askedAt,
        @Nullable String refused,
        @Nullable String granted,
        @Nullable Instant anonymisedAt,
        boolean account,
        boolean asks) {}
