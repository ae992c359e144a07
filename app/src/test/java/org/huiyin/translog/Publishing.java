package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** A town's log as its addresses give it, without a web server. */
record Publishing(Supplier<Head> head, LogReading log) implements LogSource {

    @Override
    public Optional<byte[]> get(String path) {
        Head now = head.get();
        return switch (path) {
            case "/checkpoint" -> bytes(String.valueOf(now.note()));
            case "/counts" -> bytes("{\"checkpoint\":" + Jcs.of(now.countsNote()) + ",\"lists\":" + now.counts() + "}");
            default ->
                TilePath.parse(path.replaceFirst("^/tile/", ""))
                        .filter(tile -> Tiles.width(now.size(), tile.place()) >= tile.width())
                        .map(tile -> tile.entries()
                                ? log.entries(tile.number(), tile.width())
                                : Arrays.copyOf(log.tile(tile.place(), tile.width()), tile.width() * TreeHash.BYTES));
        };
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
