package org.huiyin.translog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an audit found wrong. Its words stand under {@code translog.found.<slug>}. */
public record Finding(Kind kind, List<Object> about) {

    /** What is wrong, the gravest first; each ends the command with a code of its own. */
    public enum Kind {
        /** Two signed histories: a checkpoint somebody else was shown is not the beginning of this one. */
        FORK(10),
        /** The log was longer when it was last looked at. */
        ROLLBACK(11),
        /** What was there when it was last looked at has been changed. */
        REWRITE(12),
        /** A tile or entries are missing. */
        GAP(13),
        /** Entries, tiles and the signed root do not belong together. */
        MISMATCH(14),
        /** The checkpoint is not signed by the key trusted. */
        SIGNATURE(15),
        /** A matter's entries do not follow one another: one is missing, doubled or out of order. */
        CHAIN(16),
        /** The lists do not add up from the entries. */
        CONSERVATION(17),
        /** The board counts otherwise than the entries. */
        DISAGREEMENT(18),
        /** Something published cannot be read. */
        MALFORMED(19);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }

        String text() {
            return "translog.found." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Positions of entries are given counted from 0, as the log's files count them; people count entries from 1. */
    static Finding of(Kind kind, Object... about) {
        return new Finding(
                kind,
                switch (kind) {
                    case REWRITE, GAP, MISMATCH -> fromOne(about, about.length);
                    case CHAIN, CONSERVATION, MALFORMED -> fromOne(about, 1);
                    case FORK, ROLLBACK, SIGNATURE, DISAGREEMENT -> List.of(about);
                });
    }

    private static List<Object> fromOne(Object[] about, int positions) {
        List<Object> told = new ArrayList<>(List.of(about));
        for (int i = 0; i < positions; i++) {
            if (told.get(i) instanceof Long position) {
                told.set(i, position + 1);
            }
        }
        return told;
    }
}
