package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log of any entries, with tiles and a signature that fit them: what somebody with the key could serve. */
final class ForgedLog {

    private ForgedLog() {}

    static LogSource of(List<byte[]> entries, LogKeys keys) {
        TreeHash hash = new TreeHash();
        Edge edge = new Edge();
        Map<Tiles.Place, byte[]> tiles = new LinkedHashMap<>();
        entries.forEach(entry -> edge.add(hash.leaf(entry), tiles));
        tiles.putAll(edge.partial());
        String note = keys.sign(new Checkpoint(keys.origin(), edge.size(), edge.root()))
                .toString();
        return path -> {
            if (path.equals("/checkpoint")) {
                return Optional.of(note.getBytes(StandardCharsets.UTF_8));
            }
            return TilePath.parse(path.replaceFirst("^/tile/", ""))
                    .filter(tile -> Tiles.width(edge.size(), tile.place()) >= tile.width())
                    .map(tile -> content(tile, entries, tiles, hash));
        };
    }

    private static byte[] content(TilePath path, List<byte[]> entries, Map<Tiles.Place, byte[]> tiles, TreeHash hash) {
        int from = (int) path.number() * Tiles.WIDTH;
        if (path.entries()) {
            return Bundles.pack(entries.subList(from, from + path.width()));
        }
        byte[] tile = tiles.get(path.place());
        if (tile == null) {
            tile = new byte[path.width() * TreeHash.BYTES];
            for (int i = 0; i < path.width(); i++) {
                System.arraycopy(hash.leaf(entries.get(from + i)), 0, tile, i * TreeHash.BYTES, TreeHash.BYTES);
            }
        }
        return Arrays.copyOf(tile, path.width() * TreeHash.BYTES);
    }
}
