package org.huiyin.circuit;

import java.util.Locale;

/** What became of a finding, as reports count it. */
enum Became {
    /** Put right on the spot. */
    SETTLED,
    /** Written down, and no matter yet. */
    UNRAISED,
    /** A matter somebody has to act on. */
    IN_HAND,
    /** Answered and not closed yet. */
    ANSWERED,
    CLOSED,
    /** Not accepted, transferred or withdrawn. */
    DROPPED;

    String key() {
        return "circuit.became." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String tone() {
        return switch (this) {
            case SETTLED, ANSWERED, CLOSED -> "result";
            case UNRAISED -> "problem";
            case IN_HAND -> "task";
            case DROPPED -> "rest";
        };
    }
}
