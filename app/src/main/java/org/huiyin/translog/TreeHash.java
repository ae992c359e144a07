package org.huiyin.translog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, plain and as RFC 6962 (section 2.1) hashes a tree: leaves behind a 0x00, inner nodes behind a 0x01. Not thread-safe. */
final class TreeHash {

    static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;

    TreeHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    byte[] leaf(byte[] bytes, int from, int length) {
        digest.update(LEAF);
        digest.update(bytes, from, length);
        return digest.digest();
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** The hash over two neighbours that lie one behind the other, written over the first of two places in {@code into}. */
    void node(byte[] hashes, int from, byte[] into, int at) {
        digest.update(NODE);
        digest.update(hashes, from, 2 * BYTES);
        try {
            digest.digest(into, at, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of bytes that are no part of a tree. */
    byte[] plain(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The root of a tree without leaves. */
    byte[] empty() {
        return digest.digest();
    }
}
