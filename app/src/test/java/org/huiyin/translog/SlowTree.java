package org.huiyin.translog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 6962 section 2.1 defines it, word by word and without a thought for speed: what the real one is held against. */
final class SlowTree {

    private SlowTree() {}

    static byte[] root(List<byte[]> d) {
        if (d.isEmpty()) {
            return sha256();
        }
        if (d.size() == 1) {
            return sha256(new byte[] {0}, d.getFirst());
        }
        int k = k(d.size());
        return sha256(new byte[] {1}, root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return new ArrayList<>();
        }
        int k = k(d.size());
        List<byte[]> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size()));
        path.add(m < k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean known) {
        if (m == d.size()) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(d)));
        }
        int k = k(d.size());
        List<byte[]> proof =
                m <= k ? subproof(m, d.subList(0, k), known) : subproof(m - k, d.subList(k, d.size()), false);
        proof.add(m <= k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return proof;
    }

    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
