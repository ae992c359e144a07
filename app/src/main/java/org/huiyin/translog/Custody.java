package org.huiyin.translog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The operator's hand on the log's keys and on a log that stands still. Whatever it does it says in public, in a note signed by the keys that
 * signed so far. A running service notices by itself.
 */
public final class Custody {

    private static final String LOCK = "select pg_advisory_xact_lock(8311, 6962)";
    private static final String SAID = """
            insert into log_statement (made_at, note) values (?, ?)
            """;
    private static final String UNSIGNED = """
            update log_head set note = null, counts = null, counts_note = null, signed_at = null
            """;
    private static final String UNWITNESSED = """
            delete from log_witnessed
            """;
    private static final String RETIRED = """
            update log_key set retired_at = ? where retired_at is null
            """;

    private final DataSource database;
    private final LogKeys keys;
    private final InstantSource clock;

    Custody(DataSource database, LogKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * How the log stands.
     *
     * @param keys that sign, the newest first
     * @param signed how many entries the newest checkpoint has that was ever signed here; null before the first
     * @param still why nothing is signed; null while something is
     */
    public record State(
            String origin,
            List<String> keys,
            long entries,
            @Nullable Long signed,
            @Nullable String still) {}

    public State state() {
        try (Connection connection = database.getConnection()) {
            Head head = Head.read(connection);
            Optional<Note> newest = keys.newest();
            String still;
            try {
                Signing.mayGoOn(keys, head);
                still = null;
            } catch (Stopped e) {
                still = e.getMessage();
            }
            return new State(
                    keys.origin(),
                    keys.verifiers().stream().map(VerifierKey::toString).toList(),
                    head.size(),
                    newest.map(note -> Checkpoint.parse(note.text()).size()).orElse(null),
                    still);
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read", e);
        }
    }

    /** What came of it. */
    public sealed interface Came {
        /** Done; the key that signs newly or no more, and what was said in public. */
        record Done(String key, String statement) implements Came {}

        /** There is no such key, or it is the only one. */
        record NoOtherKey() implements Came {}

        /** The log goes on as it is; nothing was changed. */
        record NothingToResume() implements Came {}
    }

    /** Adds a key. Both sign until the old one is retired, so that everybody has time to take note of the new one. */
    public Came rotate() {
        return said(connection -> {
            List<SigningKey> before = keys.signing();
            VerifierKey next = keys.add();
            Note note = statement(Map.of("key added", next.toString())).signed(before);
            return done(connection, next, note);
        });
    }

    /** Takes a key away, by its id. Receipts it signed stay good. */
    public Came retire(String id) {
        return said(connection -> {
            List<SigningKey> before = keys.signing();
            Optional<VerifierKey> gone = keys.remove(id);
            if (gone.isEmpty()) {
                return new Came.NoOtherKey();
            }
            Note note = statement(Map.of("key retired", gone.get().toString())).signed(before);
            return done(connection, gone.get(), note);
        });
    }

    /**
     * Ends a log whose database is older than what it signed, and begins another one under a new name and key with what is left. Nothing is
     * signed twice: receipts and checkpoints of the ended log stay what they are, and prove what was lost.
     *
     * @param why for the public, one line
     */
    public Came resume(String why) {
        AtomicReference<@Nullable SigningKey> next = new AtomicReference<>();
        Came came = said(connection -> {
            Head head = Head.read(connection);
            Optional<Note> newest = keys.newest();
            if (newest.isEmpty() || !Signing.older(newest.get(), head)) {
                return new Came.NothingToResume();
            }
            SigningKey begun = keys.fresh(successor(keys.origin()));
            Checkpoint ended = Checkpoint.parse(newest.get().text());
            Map<String, String> lines = new LinkedHashMap<>();
            lines.put("ended at", ended.size() + " " + Base64s.encode(ended.root()));
            lines.put("restored at", head.size() + " " + Base64s.encode(head.root()));
            lines.put("goes on as", begun.verifier().toString());
            lines.put("because", why);
            Note note = new Statement(keys.origin(), clock.instant(), lines).signed(keys.signing());
            run(connection, UNSIGNED);
            run(connection, UNWITNESSED);
            run(connection, RETIRED, time(clock.instant()));
            next.set(begun);
            return done(connection, begun.verifier(), note);
        });
        SigningKey begun = next.get();
        if (begun != null) {
            keys.begin(begun); // last: until then nothing is signed, and this can be done again
        }
        return came;
    }

    /** Every log has a name of its own: {@code city/log}, {@code city/log/2}, {@code city/log/3}. */
    static String successor(String origin) {
        int slash = origin.lastIndexOf('/');
        String last = origin.substring(slash + 1);
        return last.matches("[1-9][0-9]{0,5}")
                ? origin.substring(0, slash + 1) + (Integer.parseInt(last) + 1)
                : origin + "/2";
    }

    private Statement statement(Map<String, String> lines) {
        return new Statement(keys.origin(), clock.instant(), lines);
    }

    private Came done(Connection connection, VerifierKey key, Note note) throws SQLException {
        run(connection, SAID, time(clock.instant()), note.toString());
        return new Came.Done(key.toString(), note.toString());
    }

    private interface Act {
        Came in(Connection connection) throws SQLException;
    }

    /** While no sequencer is at work. */
    private Came said(Act act) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(connection, LOCK);
                Came came = act.in(connection);
                connection.commit();
                return came;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The log's statement could not be stored", e);
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
