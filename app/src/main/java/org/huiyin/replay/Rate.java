package org.huiyin.replay;

import org.jspecify.annotations.Nullable;

/** So many of so many. */
public record Rate(long part, long whole) {

    /** Between 0 and 1; null when there was nothing to judge. */
    public @Nullable Double share() {
        return whole == 0 ? null : (double) part / whole;
    }
}
