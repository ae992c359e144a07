package org.huiyin.translog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.matter.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Gives entries their places, builds the tiles and signs the new checkpoint, all in one transaction: killed at any moment, nothing is lost and
 * nothing stands twice. Of several machines one works at a time. Not thread-safe.
 */
public final class Sequencer {

    /** Between two turns: an entry waits that long at most, and what a turn costs whatever it places is paid twice a second only. */
    public static final long PAUSE_MILLIS = 500;

    /** How many entries get their places in one transaction at most, rounded up to a commit of the Desk. */
    private static final int AT_ONCE = 16_384;

    private static final String LOCK = "select pg_try_advisory_lock(8311, 6962)";
    private static final String UNLOCK = "select pg_advisory_unlock(8311, 6962)";
    private static final String WAITING = """
            select exists (select 1 from log_pending)
            """;
    private static final String PENDING = """
            select id, matters, seqs, seeds, entries from (
              select id, matters, seqs, seeds, entries, sum(cardinality(matters)) over (order by id) - cardinality(matters) as before
              from log_pending order by id limit 4096) p
            where before < ? order by id
            """;
    private static final String PLACED = """
            delete from log_pending where id = any(?)
            """;
    private static final String COUNTS = """
            select programme, list, sum(n) from list_tally where programme <> all(?) group by programme, list having sum(n) <> 0
            """;
    private static final String SIGNS = """
            insert into log_key (verifier, signs_since) select verifier, ? from unnest(?) u(verifier)
            on conflict (verifier) do update set retired_at = null where log_key.retired_at is not null
            """;
    private static final String RETIRED = """
            update log_key set retired_at = ? where retired_at is null and verifier <> all(?)
            """;

    private final Desk.Equipment equipment;
    private final LogKeys keys;
    private final Set<String> untold;
    private final Beginning beginning;
    private @Nullable Edge edge;

    /** @param untold the programmes the log says nothing of */
    public Sequencer(Desk.Equipment equipment, LogKeys keys, Set<String> untold) {
        this.equipment = equipment;
        this.keys = keys;
        this.untold = Set.copyOf(untold);
        this.beginning = new Beginning(equipment, untold);
    }

    /** How a turn went. */
    public enum Went {
        /** Something got its place, and more waits. */
        MORE,
        /** Something got its place. */
        DONE,
        /** Nothing waits. */
        IDLE,
        /** Another machine is at it. */
        ELSEWHERE
    }

    /**
     * Takes a turn in a transaction of its own.
     *
     * @throws Stopped when signing would tell a second history, or with a stranger's key
     */
    public Went turn() throws SQLException {
        try (Connection connection = equipment.database().getConnection()) {
            Head head = Head.read(connection);
            Signing.mayGoOn(keys, head);
            if (!waiting(connection, head)) {
                head.signed().ifPresent(keys::keepNewest);
                return Went.IDLE;
            }
            if (!yes(connection, LOCK)) {
                return Went.ELSEWHERE;
            }
            try {
                return locked(connection);
            } finally {
                yes(connection, UNLOCK);
            }
        }
    }

    private boolean waiting(Connection connection, Head head) throws SQLException {
        return head.entering() != null
                || head.counts() == null
                || !head.signed().map(this::byOurKeys).orElse(false)
                || yes(connection, WAITING);
    }

    /** Whether a checkpoint bears the signatures of the keys that sign now, and no others. */
    private boolean byOurKeys(Note note) {
        List<VerifierKey> signing = keys.verifiers();
        return note.signatures().size() == signing.size()
                && signing.stream()
                        .allMatch(key -> note.signatures().stream().anyMatch(signature -> signature.by(key)));
    }

    /** The snapshot is taken after the lock, or it could miss what the machine before us placed. */
    private Went locked(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            Head head = Head.read(connection);
            Signing.mayGoOn(keys, head);
            Edge present = edgeOf(connection, head);
            edge = null;
            Head next = head.entering() == null
                    ? place(connection, head, present)
                    : beginning.enter(connection, head, present);
            boolean more = yes(connection, WAITING);
            Note signed = sign(
                    connection, head.entering() != null || more ? next : next.counted(counts(connection)), present);
            connection.commit();
            edge = present;
            keys.keepNewest(signed);
            return more || next.entering() != null ? Went.MORE : Went.DONE;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Edge edgeOf(Connection connection, Head head) throws SQLException {
        Edge known = edge;
        Edge present = known != null && known.size() == head.size() ? known : new Placing(connection).edge(head.size());
        if (!Arrays.equals(present.root(), head.root())) {
            throw new Stopped("The log's tiles do not lead to its signed root; run doctor");
        }
        return present;
    }

    private Head place(Connection connection, Head head, Edge present) throws SQLException {
        List<Long> batches = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PENDING)) {
            statement.setLong(1, AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    batches.add(row.getLong(1));
                    add(row, leaves);
                }
            }
        }
        if (!leaves.isEmpty()) {
            new Placing(connection).place(present, leaves);
        }
        run(connection, PLACED, connection.createArrayOf("int8", batches.toArray(Long[]::new)));
        return head.at(present, null);
    }

    private static void add(ResultSet row, List<Leaf> leaves) throws SQLException {
        Long[] matters = (Long[]) row.getArray(2).getArray();
        Integer[] seqs = (Integer[]) row.getArray(3).getArray();
        byte[][] seeds = (byte[][]) row.getArray(4).getArray();
        byte[][] entries = (byte[][]) row.getArray(5).getArray();
        for (int i = 0; i < matters.length; i++) {
            leaves.add(new Leaf(matters[i], seqs[i], seeds[i], entries[i]));
        }
    }

    /** In the same snapshot as the entries: with nothing left waiting, the entries and the counts are of the same steps. */
    private String counts(Connection connection) throws SQLException {
        TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setArray(1, connection.createArrayOf("text", untold.toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), p -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
        }
        return Jcs.of(counts);
    }

    private Note sign(Connection connection, Head next, Edge present) throws SQLException {
        Note note = keys.sign(new Checkpoint(keys.origin(), present.size(), present.root()));
        next.signed(note).write(connection, equipment.clock().instant());
        Object now = equipment.clock().instant().atOffset(ZoneOffset.UTC);
        Array signing = connection.createArrayOf(
                "text", keys.verifiers().stream().map(VerifierKey::toString).toArray(String[]::new));
        run(connection, SIGNS, now, signing);
        run(connection, RETIRED, now, signing);
        return note;
    }

    private static boolean yes(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
