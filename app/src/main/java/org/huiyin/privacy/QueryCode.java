package org.huiyin.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The code that opens a matter to whoever raised it. It follows from the matter's id and the installation's key, so that it is never stored and
 * a repeated request yields the same one. Eight letters and digits that cannot be mistaken for one another: 40 bits, behind a rate limit.
 */
public final class QueryCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private QueryCode() {}

    public static String of(long matter, Keyring keyring) {
        byte[] hash = keyring.hash("matter:" + matter);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(hash[i] & 31));
        }
        return code.toString();
    }

    /** Whether this is the matter's code, however it was typed; takes the same time for every wrong one. */
    public static boolean opens(String typed, long matter, Keyring keyring) {
        String clean = typed.strip().replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return MessageDigest.isEqual(
                clean.getBytes(StandardCharsets.UTF_8), of(matter, keyring).getBytes(StandardCharsets.UTF_8));
    }
}
