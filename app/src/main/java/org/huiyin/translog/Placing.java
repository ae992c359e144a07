package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Columns;
import org.jspecify.annotations.Nullable;

/** Gives leaves their places at the end of the log: leaf rows, full bundles, the tail and tiles, set-based, in the caller's transaction. */
final class Placing {

    private static final String LEAVES = """
            insert into log_leaf (matter_id, seq, position, seed) select matter_id, seq, position, seed
            from unnest(?, ?, ?, ?) u(matter_id, seq, position, seed)
            """;
    private static final String TAIL = """
            insert into log_tail (position, matter_id, seq, entry) select position, matter_id, seq, entry
            from unnest(?, ?, ?, ?) u(position, matter_id, seq, entry)
            """;
    private static final String READ_TAIL = """
            select matter_id, seq, entry from log_tail where position >= ? and position < ? order by position
            """;
    private static final String CUT_TAIL = """
            delete from log_tail where position < ?
            """;
    private static final String BUNDLE = """
            insert into log_bundle (number, matters, seqs, entries) values (?, ?, ?, ?)
            """;
    private static final String TILES = """
            insert into log_tile (level, number, hashes) select level, number, hashes from unnest(?, ?, ?) u(level, number, hashes)
            on conflict (level, number) do update set hashes = excluded.hashes
            """;
    private static final String READ_TILE = """
            select hashes from log_tile where level = ? and number = ?
            """;
    private static final byte[] NO_SEED = new byte[0];

    private final Connection connection;
    private final TreeHash hash = new TreeHash();

    Placing(Connection connection) {
        this.connection = connection;
    }

    /** The edge of the tree as it is stored. */
    Edge edge(long size) throws SQLException {
        Map<Integer, byte[]> tiles = new LinkedHashMap<>();
        ByteBuffer level0 = ByteBuffer.allocate(Tiles.WIDTH * TreeHash.BYTES);
        tail(size).forEach(leaf -> level0.put(hash.leaf(leaf.entry())));
        tiles.put(0, level0.array());
        for (int level = 1; size >> Tiles.HEIGHT * level > 0; level++) {
            tiles.put(level, tile(level, (size >> Tiles.HEIGHT * level) / Tiles.WIDTH));
        }
        return new Edge(size, (level, number) -> tiles.getOrDefault(level, new byte[0]));
    }

    private byte[] tile(int level, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ_TILE)) {
            statement.setInt(1, level);
            statement.setLong(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    private List<Leaf> tail(long size) throws SQLException {
        List<Leaf> tail = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ_TAIL)) {
            statement.setLong(1, size - size % Tiles.WIDTH);
            statement.setLong(2, size);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tail.add(new Leaf(row.getLong(1), row.getInt(2), NO_SEED, row.getBytes(3)));
                }
            }
        }
        if (tail.size() != size % Tiles.WIDTH) {
            throw new IllegalStateException(
                    "The log has lost entries: " + tail.size() + " follow the last bundle of " + size + "; run doctor");
        }
        return tail;
    }

    /** Places the leaves in their order behind the edge, which moves on. */
    void place(Edge edge, List<Leaf> leaves) throws SQLException {
        long size = edge.size();
        boolean completes = size % Tiles.WIDTH + leaves.size() >= Tiles.WIDTH;
        List<Leaf> open = completes ? tail(size) : new ArrayList<>();
        Map<Tiles.Place, byte[]> full = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            edge.add(hash.leaf(leaf.entry()), full);
        }
        leafRows(size, leaves);
        open.addAll(leaves);
        int done = 0;
        if (completes) {
            done = open.size() - open.size() % Tiles.WIDTH;
            bundles(size / Tiles.WIDTH, open.subList(0, done));
            cut(size - size % Tiles.WIDTH + done);
        }
        tailRows(edge.size() - (open.size() - done), open.subList(done, open.size()));
        full.putAll(edge.partial());
        tiles(full);
    }

    private void leafRows(long first, List<Leaf> leaves) throws SQLException {
        Columns columns = new Columns("int8", "int4", "int8", "bytea");
        long position = first;
        for (Leaf leaf : leaves) {
            columns.add(leaf.matter(), leaf.seq(), position++, seed(leaf));
        }
        columns.write(connection, LEAVES);
    }

    private static byte @Nullable [] seed(Leaf leaf) {
        return leaf.seed().length == 0 ? null : leaf.seed();
    }

    private void tailRows(long first, List<Leaf> leaves) throws SQLException {
        Columns columns = new Columns("int8", "int8", "int4", "bytea");
        long position = first;
        for (Leaf leaf : leaves) {
            columns.add(position++, leaf.matter(), leaf.seq(), leaf.entry());
        }
        if (!columns.isEmpty()) {
            columns.write(connection, TAIL);
        }
    }

    private void cut(long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CUT_TAIL)) {
            statement.setLong(1, before);
            statement.executeUpdate();
        }
    }

    private void bundles(long first, List<Leaf> leaves) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BUNDLE)) {
            for (int from = 0; from < leaves.size(); from += Tiles.WIDTH) {
                List<Leaf> bundle = leaves.subList(from, from + Tiles.WIDTH);
                statement.setLong(1, first + from / Tiles.WIDTH);
                Object[] matters = bundle.stream().map(Leaf::matter).toArray(Long[]::new);
                Object[] seqs = bundle.stream().map(Leaf::seq).toArray(Integer[]::new);
                statement.setArray(2, connection.createArrayOf("int8", matters));
                statement.setArray(3, connection.createArrayOf("int4", seqs));
                statement.setBytes(
                        4, Bundles.pack(bundle.stream().map(Leaf::entry).toList()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void tiles(Map<Tiles.Place, byte[]> tiles) throws SQLException {
        Columns columns = new Columns("int4", "int8", "bytea");
        tiles.forEach((place, hashes) -> columns.add(place.level(), place.number(), hashes));
        if (!columns.isEmpty()) {
            columns.write(connection, TILES);
        }
    }
}
