package org.huiyin.translog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is published of the log, and where a step's entry stands. */
final class LogReading {

    private static final String BUNDLE = """
            select entries from log_bundle where number = :number
            """;
    private static final String TAIL = """
            select entry from log_tail where position >= :from and position < :until order by position
            """;
    private static final String TILE = """
            select hashes from log_tile where level = :level and number = :number
            """;
    private static final String LEAF = """
            select position, seed from log_leaf where matter_id = :matter and seq = :seq
            """;
    private static final String WITNESSED = """
            select note from log_witnessed
            """;
    private static final String KEYS = """
            select verifier, signs_since, retired_at from log_key order by signs_since desc, verifier
            """;

    private static final String STATEMENTS = """
            select note from log_statement order by id desc limit 100
            """;

    private final JdbcClient database;

    LogReading(JdbcClient database) {
        this.database = database;
    }

    Head head() {
        return database.sql(Head.READ).query((row, n) -> Head.of(row)).single();
    }

    /** The newest checkpoint of this log that witnesses cosigned. */
    Optional<Note> witnessed() {
        Head head = head();
        return database.sql(WITNESSED)
                .query((row, n) -> Note.parse(row.getString(1)))
                .optional()
                .filter(note -> ofThis(head, Checkpoint.parse(note.text())));
    }

    private static boolean ofThis(Head head, Checkpoint witnessed) {
        return witnessed.size() <= head.size()
                && head.signed()
                        .map(note -> Checkpoint.parse(note.text()).origin().equals(witnessed.origin()))
                        .orElse(false);
    }

    List<LogView.Key> keys() {
        return database.sql(KEYS)
                .query((row, n) -> {
                    var retired = row.getObject(3, java.time.OffsetDateTime.class);
                    return new LogView.Key(
                            row.getString(1),
                            row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
                            retired == null ? null : retired.toInstant());
                })
                .list();
    }

    /** What the operator said about the log, the newest first. */
    List<String> statements() {
        return database.sql(STATEMENTS).query((row, n) -> row.getString(1)).list();
    }

    /**
     * Where a step's entry stands.
     *
     * @param seed of its salts; null when what it seals was made unknown
     */
    record Position(long position, byte @Nullable [] seed) {}

    Optional<Position> position(long matter, int seq) {
        return database.sql(LEAF)
                .param("matter", matter)
                .param("seq", seq)
                .query((row, n) -> new Position(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    byte[] entry(long position) {
        int within = (int) (position % Tiles.WIDTH);
        List<byte[]> entries = Bundles.unpack(entries(position / Tiles.WIDTH, within + 1));
        return entries.get(within);
    }

    /**
     * The first so many entries of a bundle, packed.
     *
     * @throws IllegalStateException when there are not so many
     */
    byte[] entries(long number, int width) {
        Optional<byte[]> whole = bundle(number);
        if (whole.isPresent()) {
            return Bundles.first(whole.get(), width);
        }
        List<byte[]> tail = tail(number, width);
        if (tail.size() == width) {
            return Bundles.pack(tail);
        }
        // it was filled up between the two looks
        return bundle(number)
                .map(filled -> Bundles.first(filled, width))
                .orElseThrow(
                        () -> new IllegalStateException("The log has no " + width + " entries in bundle " + number));
    }

    private Optional<byte[]> bundle(long number) {
        return database.sql(BUNDLE)
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private List<byte[]> tail(long number, int width) {
        long from = number * Tiles.WIDTH;
        return database.sql(TAIL)
                .param("from", from)
                .param("until", from + width)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** The tile at a place with all the hashes it has by now. */
    byte[] tile(Tiles.Place place, int width) {
        Optional<byte[]> stored = stored(place);
        if (stored.isPresent() || place.level() > 0) {
            return stored.orElseThrow(() -> new IllegalStateException("The log has no tile " + place));
        }
        TreeHash hash = new TreeHash();
        List<byte[]> hashes = new ArrayList<>();
        Bundles.read(
                entries(place.number(), width), (bytes, from, length) -> hashes.add(hash.leaf(bytes, from, length)));
        byte[] tile = new byte[hashes.size() * TreeHash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, tile, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return tile;
    }

    private Optional<byte[]> stored(Tiles.Place place) {
        return database.sql(TILE)
                .param("level", place.level())
                .param("number", place.number())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The tree of that size, for proofs. */
    Tiles tree(long size, TreeHash hash) {
        return new Tiles(
                (level, number) -> {
                    Tiles.Place place = new Tiles.Place(level, number);
                    return tile(place, Tiles.width(size, place));
                },
                hash);
    }
}
