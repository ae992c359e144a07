package org.huiyin.activity;

import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a kind as its definition says it: one count, or one over another.
 *
 * @param over what it is divided by; null for a plain count
 * @param percent whether it is said as a percentage
 */
public record Figure(
        String name, Text title, Part of, @Nullable Part over, boolean percent) {

    /** What can be counted; each is the length of a list of those very people, days or activities. */
    public enum Part {
        /** People who were there at least once. */
        PEOPLE,
        /** Entries of the register that were met at least once. */
        ENTRIES,
        /** Every time somebody was there. */
        TIMES,
        /** Every day of everybody who was there. */
        DAYS,
        /** Activities at which somebody was. */
        HELD,
        /** Entries on the register at the end of the time. */
        REGISTER;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
