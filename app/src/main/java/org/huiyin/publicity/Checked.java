package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;

/**
 * A double count.
 *
 * @param steps the lists as the steps tallied them
 * @param matters the lists as the matters stand on them
 * @param took how long counting the matters took
 */
public record Checked(Tally steps, Tally matters, Instant asOf, Duration took) {

    /** Whether both counts agree on every list. */
    public boolean same() {
        return steps.equals(matters);
    }
}
