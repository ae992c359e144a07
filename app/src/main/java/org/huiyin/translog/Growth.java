package org.huiyin.translog;

import java.util.Arrays;

/** A tree that only grows, kept as the roots of its complete subtrees, at most one a level: enough to know its root at every size. */
final class Growth {

    private final TreeHash hash = new TreeHash();

    /** The root of the complete subtree of each level, where the size has a bit of that level. */
    private final byte[] roots = new byte[Long.SIZE * TreeHash.BYTES];

    private long size;

    Growth() {}

    /** Goes on from what {@link #kept} gave. */
    Growth(long size, byte[] kept) {
        if (size < 0 || kept.length != Long.bitCount(size) * TreeHash.BYTES) {
            throw new IllegalArgumentException(kept.length + " bytes do not keep a tree of " + size);
        }
        this.size = size;
        int from = 0;
        for (int level = 0; level < Long.SIZE; level++) {
            if (complete(level)) {
                System.arraycopy(kept, from, roots, level * TreeHash.BYTES, TreeHash.BYTES);
                from += TreeHash.BYTES;
            }
        }
    }

    private boolean complete(int level) {
        return (size >> level & 1) == 1;
    }

    private byte[] root(int level) {
        return Arrays.copyOfRange(roots, level * TreeHash.BYTES, (level + 1) * TreeHash.BYTES);
    }

    void add(byte[] leaf) {
        byte[] carried = leaf;
        int level = 0;
        while (complete(level)) {
            carried = hash.node(root(level), carried);
            level++;
        }
        System.arraycopy(carried, 0, roots, level * TreeHash.BYTES, TreeHash.BYTES);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        byte[] root = new byte[0];
        for (int level = 0; level < Long.SIZE; level++) {
            if (complete(level)) {
                root = root.length == 0 ? root(level) : hash.node(root(level), root);
            }
        }
        return root.length == 0 ? hash.empty() : root;
    }

    /** The roots of the complete subtrees, the smallest first. */
    byte[] kept() {
        byte[] kept = new byte[Long.bitCount(size) * TreeHash.BYTES];
        int to = 0;
        for (int level = 0; level < Long.SIZE; level++) {
            if (complete(level)) {
                System.arraycopy(roots, level * TreeHash.BYTES, kept, to, TreeHash.BYTES);
                to += TreeHash.BYTES;
            }
        }
        return kept;
    }
}
