package org.huiyin.translog;

import java.util.List;
import java.util.Locale;

/** What comes of checking a receipt against keys somebody trusts. */
sealed interface Verdict {

    /**
     * The step is in the log as the receipt tells it.
     *
     * @param by the trusted keys that signed, witnesses among them
     */
    record Proven(Receipt receipt, Entry entry, Checkpoint checkpoint, List<VerifierKey> by) implements Verdict {}

    /** The receipt proves nothing. */
    record Refuted(Why why, List<Object> about) implements Verdict {

        static Refuted of(Why why, Object... about) {
            return new Refuted(why, List.of(about));
        }
    }

    /** Why a receipt proves nothing. Its words stand under {@code translog.refuted.<slug>}. */
    enum Why {
        /** The signature in the key's name does not fit: the checkpoint was changed or the signature is made up. */
        FORGED,
        /** The log of another name. */
        OTHER_LOG,
        /** This log's name, but another key: one that is not in use any more, or not yet known to the reader. */
        OTHER_KEY,
        /** Nobody the reader trusts signed it. */
        UNSIGNED,
        /** The index lies outside the signed tree. */
        BEYOND,
        /** Hashes of the proof are missing, or there are too many. */
        PROOF_LENGTH,
        /** The proof leads to another root: the entry, its place or the proof was changed. */
        NOT_INCLUDED,
        /** What is told was changed, or is not what the entry seals. */
        SEAL_BROKEN,
        /** What is told says another matter, step or time than the entry. */
        CONTRADICTS;

        String text() {
            return "translog.refuted." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
