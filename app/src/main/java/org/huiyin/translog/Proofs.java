package org.huiyin.translog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Roots and proofs of a tree (RFC 6962 section 2.1): made from its tiles, and checked from nothing but themselves. */
final class Proofs {

    private Proofs() {}

    /** The root over the first so many leaves. */
    static byte[] root(Tiles tiles, long size, TreeHash hash) {
        return size == 0 ? hash.empty() : range(tiles, 0, size, hash);
    }

    /** The hash over leaves from one up to another; {@code from} is a multiple of a power of two no smaller than their number. */
    private static byte[] range(Tiles tiles, long from, long to, TreeHash hash) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return tiles.hash(level, from >> level);
        }
        long left = split(count);
        return hash.node(range(tiles, from, from + left, hash), range(tiles, from + left, to, hash));
    }

    /** The largest power of two below a number. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** What proves that a leaf is in the tree of that size: its sibling first, then the uncles up to the root's child. */
    static List<byte[]> inclusion(Tiles tiles, long index, long size, TreeHash hash) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(range(tiles, middle, to, hash));
                to = middle;
            } else {
                path.addFirst(range(tiles, from, middle, hash));
                from = middle;
            }
        }
        return path;
    }

    /** What proves that the tree of the first size is the beginning of the tree of the second. */
    static List<byte[]> consistency(Tiles tiles, long first, long second, TreeHash hash) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("No tree of " + first + " begins one of " + second);
        }
        List<byte[]> path = new ArrayList<>();
        if (first == 0 || first == second) {
            return path;
        }
        long from = 0;
        long to = second;
        while (first != to) {
            long middle = from + split(to - from);
            if (first <= middle) {
                path.addFirst(range(tiles, middle, to, hash));
                to = middle;
            } else {
                path.addFirst(range(tiles, from, middle, hash));
                from = middle;
            }
        }
        if (from != 0) {
            path.addFirst(range(tiles, from, to, hash));
        }
        return path;
    }

    /** The root a proof of inclusion leads to (RFC 9162 section 2.1.3.2); empty when it is too short or too long. */
    static Optional<byte[]> rootFrom(long index, long size, byte[] leaf, List<byte[]> path, TreeHash hash) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] step : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                root = hash.node(step, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = hash.node(root, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** A tree's head. */
    record Head(long size, byte[] root) {}

    /** Whether the proof shows that the first tree is the beginning of the second (RFC 9162 section 2.1.4.2). */
    static boolean consistent(Head first, Head second, List<byte[]> path, TreeHash hash) {
        if (first.size() > second.size()) {
            return false;
        }
        if (first.size() == second.size()) {
            return path.isEmpty() && Arrays.equals(first.root(), second.root());
        }
        if (first.size() == 0) {
            return path.isEmpty() && Arrays.equals(first.root(), hash.empty());
        }
        return leadsToBoth(first, second, path, hash);
    }

    private static boolean leadsToBoth(Head first, Head second, List<byte[]> path, TreeHash hash) {
        Iterator<byte[]> steps = path.iterator();
        long node = first.size() - 1;
        long last = second.size() - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        if (Long.bitCount(first.size()) != 1 && !steps.hasNext()) {
            return false;
        }
        byte[] older = Long.bitCount(first.size()) == 1 ? first.root() : steps.next();
        byte[] newer = older;
        while (steps.hasNext()) {
            if (last == 0) {
                return false;
            }
            byte[] step = steps.next();
            if ((node & 1) == 1 || node == last) {
                older = hash.node(step, older);
                newer = hash.node(step, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = hash.node(newer, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(older, first.root()) && Arrays.equals(newer, second.root());
    }
}
