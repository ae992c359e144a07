package org.huiyin.translog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log as its page shows it.
 *
 * @param root in base64; null before the first checkpoint
 * @param witnesses those asked to cosign
 * @param statements what the operator said about the log, as signed notes, the newest first
 * @param address where this service is reached, for the command that follows the log
 * @param standsStill whether nothing is signed until somebody decides
 */
public record LogView(
        long size,
        @Nullable String root,
        List<Key> keys,
        List<Witness> witnesses,
        List<String> statements,
        String address,
        boolean standsStill) {

    /**
     * A witness.
     *
     * @param size of the newest checkpoint it cosigned; null when that is none
     */
    public record Witness(
            String verifier, @Nullable Long size, @Nullable Instant at) {}

    /** A key that signs, or once did. */
    public record Key(
            String verifier, Instant since, @Nullable Instant retired) {}
}
