package org.huiyin.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One sitting of an activity; a course has several, a visit has one.
 *
 * @param topic may be empty
 * @param speaker who speaks; may be empty
 */
public record Session(Instant starts, Instant ends, String topic, String speaker) {

    /** A sitting lasts no longer than that. */
    static final Duration LONGEST = Duration.ofHours(24);

    public Session {
        starts = starts.truncatedTo(ChronoUnit.SECONDS);
        ends = ends.truncatedTo(ChronoUnit.SECONDS);
    }

    boolean sound() {
        return ends.isAfter(starts) && Duration.between(starts, ends).compareTo(LONGEST) <= 0;
    }
}
