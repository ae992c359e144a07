package org.huiyin.translog;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * One thing a step says that its public entry does not show: it is told as {@code [salt, name, value]}, and the log holds a digest only.
 * Without the salt the digest says nothing, however few values there could be.
 *
 * @param salt 128 bits nobody can guess, in base64url
 * @param name a field's name, or one of ours, which begin with #
 */
record Told(String salt, String name, Object value) {

    /** Who took the step where and when, as far as the raiser may know it, to the microsecond. */
    static final String CORE = "#core";

    /** Which account took it from which post, and what else only the office knows. */
    static final String BY = "#by";

    /** An attachment: its id and the SHA-256 of its bytes. */
    static final String FILE = "#file";

    private static final int SALT_BYTES = 16;

    /**
     * The salt of one thing.
     *
     * @param seed the step's own secret: who knows one salt learns no other from it
     */
    static String salt(byte[] seed, String name, TreeHash hash) {
        byte[] derived = hash.plain(seed, name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(derived, SALT_BYTES));
    }

    static Told salted(byte[] seed, String name, Object value, TreeHash hash) {
        return new Told(salt(seed, name, hash), name, value);
    }

    byte[] digest(TreeHash hash) {
        return hash.plain(Jcs.bytes(List.of(salt, name, value)));
    }

    /** What stands in the entry for all that is told apart: SHA-256 over the digests, sorted so that their order says nothing. */
    static byte[] seal(List<byte[]> digests, TreeHash hash) {
        List<byte[]> sorted = new ArrayList<>(digests);
        sorted.sort(Arrays::compareUnsigned);
        return hash.plain(sorted.toArray(byte[][]::new));
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
