package org.huiyin.translog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The right edge of a growing tree: its rightmost tile of every level, none of them full. Tells which tiles a new leaf completes. */
final class Edge {

    private final TreeHash hash = new TreeHash();
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private long size;

    /** The edge of an empty tree. */
    Edge() {}

    /**
     * The edge of a tree of that size.
     *
     * @param tiles gives its rightmost tiles
     */
    Edge(long size, Tiles.Source tiles) {
        this.size = size;
        for (int level = 0; size >> Tiles.HEIGHT * level > 0; level++) {
            Tiles.Place place = new Tiles.Place(level, (size >> Tiles.HEIGHT * level) / Tiles.WIDTH);
            int width = Tiles.width(size, place);
            ByteArrayOutputStream tile = level(level);
            if (width > 0) {
                tile.write(tiles.tile(level, place.number()), 0, width * TreeHash.BYTES);
            }
        }
    }

    private ByteArrayOutputStream level(int level) {
        while (levels.size() <= level) {
            levels.add(new ByteArrayOutputStream(Tiles.WIDTH * TreeHash.BYTES));
        }
        return levels.get(level);
    }

    long size() {
        return size;
    }

    /** Adds a leaf; puts every tile it completes into {@code full}. */
    void add(byte[] leaf, Map<Tiles.Place, byte[]> full) {
        byte[] next = leaf;
        size++;
        for (int level = 0; ; level++) {
            ByteArrayOutputStream tile = level(level);
            tile.writeBytes(next);
            if (tile.size() < Tiles.WIDTH * TreeHash.BYTES) {
                return;
            }
            byte[] whole = tile.toByteArray();
            long number = (size >> Tiles.HEIGHT * (level + 1)) - 1;
            full.put(new Tiles.Place(level, number), whole);
            next = Tiles.over(whole.clone(), hash);
            tile.reset();
        }
    }

    /** The rightmost tiles above level 0 that hold anything. */
    Map<Tiles.Place, byte[]> partial() {
        Map<Tiles.Place, byte[]> partial = new LinkedHashMap<>();
        for (int level = 1; level < levels.size(); level++) {
            if (levels.get(level).size() > 0) {
                partial.put(place(level), levels.get(level).toByteArray());
            }
        }
        return partial;
    }

    private Tiles.Place place(int level) {
        return new Tiles.Place(level, (size >> Tiles.HEIGHT * level) / Tiles.WIDTH);
    }

    byte[] root() {
        return Proofs.root(new Tiles((level, number) -> level(level).toByteArray(), hash), size, hash);
    }
}
