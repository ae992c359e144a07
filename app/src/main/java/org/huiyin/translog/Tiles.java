package org.huiyin.translog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of a tree read from its tiles (c2sp.org/tlog-tiles). A tile holds up to 256 neighbouring hashes of one of the tree's levels 0, 8,
 * 16 …; the levels between are hashed anew. Keeps what it has read; not thread-safe.
 */
final class Tiles {

    /** Levels of the tree a tile spans. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    static final int WIDTH = 1 << HEIGHT;

    private final Source source;
    private final TreeHash hash;
    private final Map<Place, byte[]> read = new HashMap<>();

    /** Where a tile lies. */
    record Place(int level, long number) {}

    /** Gives tiles; a rightmost one may hold fewer hashes than a full one. */
    @FunctionalInterface
    interface Source {

        byte[] tile(int level, long number);
    }

    Tiles(Source source, TreeHash hash) {
        this.source = source;
        this.hash = hash;
    }

    /**
     * The hash over the complete subtree that covers the leaves from {@code index} · 2^level on.
     *
     * @throws IllegalStateException when the tile does not reach so far
     */
    byte[] hash(int level, long index) {
        int above = level % HEIGHT;
        long first = index << above;
        Place place = new Place(level / HEIGHT, first / WIDTH);
        byte[] tile = read.computeIfAbsent(place, p -> source.tile(p.level(), p.number()));
        int from = (int) (first % WIDTH) * TreeHash.BYTES;
        int to = from + (1 << above) * TreeHash.BYTES;
        if (to > tile.length) {
            throw new IllegalStateException("Tile " + place.level() + "/" + place.number() + " holds "
                    + tile.length / TreeHash.BYTES + " hashes, " + to / TreeHash.BYTES + " are needed");
        }
        return over(Arrays.copyOfRange(tile, from, to), hash);
    }

    /** The hash over a whole subtree given by its hashes, a power of two of them; they are overwritten. */
    static byte[] over(byte[] hashes, TreeHash hash) {
        for (int count = hashes.length / TreeHash.BYTES; count > 1; count /= 2) {
            for (int i = 0; i < count / 2; i++) {
                hash.node(hashes, 2 * i * TreeHash.BYTES, hashes, i * TreeHash.BYTES);
            }
        }
        return hashes.length == TreeHash.BYTES ? hashes : Arrays.copyOf(hashes, TreeHash.BYTES);
    }

    /** How many hashes the tile at a place holds in a tree of that size: 256 for a full one, 0 when there is none. */
    static int width(long size, Place place) {
        int shift = HEIGHT * place.level();
        long hashes = shift >= Long.SIZE - 1 ? 0 : size >> shift;
        long before = place.number() * WIDTH;
        return before >= hashes ? 0 : (int) Math.min(WIDTH, hashes - before);
    }
}
