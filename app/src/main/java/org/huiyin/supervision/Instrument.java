package org.huiyin.supervision;

import java.time.Instant;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as it was served, and how it ended.
 *
 * @param title of the matter, without what identifies a person
 * @param signer who signed it; null when Huiyin served it in the name of the office
 * @param ended null while it is open
 */
public record Instrument(
        long id,
        String kind,
        Text number,
        Text text,
        MatterNumber matter,
        String title,
        int unit,
        int issuer,
        @Nullable String signer,
        Instant servedAt,
        Instant answerBy,
        @Nullable Ended ended) {

    /**
     * How it ended.
     *
     * @param by who answered or withdrew it; null when nobody did
     */
    public record Ended(String how, Instant at, @Nullable String by, String note) {}

    /** Its state as a word of messages and addresses. */
    public String state() {
        return ended == null ? "open" : ended.how();
    }
}
