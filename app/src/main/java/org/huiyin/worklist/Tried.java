package org.huiyin.worklist;

import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody asked for and did not get, with everything they had typed.
 *
 * @param seen the version they had seen
 * @param trouble why not, where it is not about one field
 * @param preview whether they only wanted to see what the public will read
 */
record Tried(
        String step,
        int seen,
        Filled filled,
        HandedIn files,
        @Nullable String trouble,
        boolean preview) {

    Tried wrong(Filled again) {
        return new Tried(step, seen, again, files, trouble, false);
    }

    Tried because(String why) {
        return new Tried(step, seen, filled, files, why, false);
    }
}
