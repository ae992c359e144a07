package org.huiyin.translog;

import java.net.URI;
import java.net.URISyntaxException;

/** Somebody else who watches the log only grow and signs that it did; where it is asked (c2sp.org/tlog-witness). */
record Witness(VerifierKey key, URI address) {

    /**
     * Reads a setting: the witness's public key, a blank, its address without {@code /add-checkpoint}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Witness parse(String written) {
        String[] parts = written.strip().split("\\s+");
        try {
            VerifierKey key = VerifierKey.parse(parts[0]);
            if (parts.length == 2 && key.type() == VerifierKey.Type.COSIGNATURE) {
                return new Witness(key, new URI(parts[1].replaceAll("/+$", "") + "/add-checkpoint"));
            }
        } catch (Unreadable | URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "A witness in huiyin.log.witnesses is its key for cosignatures, a blank and its address: " + written);
    }
}
