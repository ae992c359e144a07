package org.huiyin.notice;

import java.util.Locale;

/** What people choose by when they say which of their messages also come by e-mail. */
public enum Concern {
    /** A supervisor urges. */
    URGING,
    /** Urging slips, cards and what else is served on the unit. */
    INSTRUMENTS,
    NEAR_DUE,
    OVERDUE,
    /** Everything else. */
    OTHER,
    /** What was told late, gathered in one; nobody chooses it. */
    DIGEST;

    static Concern of(String kind) {
        return switch (kind) {
            case "urging" -> URGING;
            case "near-due" -> NEAR_DUE;
            case "overdue" -> OVERDUE;
            case "digest" -> DIGEST;
            case "instrument", "instrument-notice", "instrument-proposed", "instrument-refused" -> INSTRUMENTS;
            default -> OTHER;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
