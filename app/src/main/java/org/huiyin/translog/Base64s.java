package org.huiyin.translog;

import java.util.Base64;
import java.util.Optional;

/** Standard Base64 (RFC 4648 section 4), read strictly: one text only for the same bytes. */
final class Base64s {

    private Base64s() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A hash of a tree. */
    static Optional<byte[]> hash(String text) {
        return decode(text).filter(bytes -> bytes.length == TreeHash.BYTES);
    }
}
