package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;

/**
 * The lists counted anew, in one snapshot.
 *
 * @param kept the counts that are carried on with every step and that pages show
 * @param steps counted from all steps ever taken: of each state, how many led into it less how many left it
 * @param matters the lists as the matters stand on them
 * @param took how long counting took
 */
public record Checked(Tally kept, Tally steps, Tally matters, Instant asOf, Duration took) {

    /** Whether all agree on every list. */
    public boolean same() {
        return steps.equals(matters) && steps.equals(kept);
    }
}
