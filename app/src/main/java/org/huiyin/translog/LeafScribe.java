package org.huiyin.translog;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Programmes;

/** Leaves an entry of every accepted step for the log, in the Desk's transaction: one row a batch, whatever the number of steps. */
public final class LeafScribe implements StepScribe {

    static final int SEED_BYTES = 16;

    private static final String PENDING = """
            insert into log_pending (matters, seqs, seeds, entries) values (?, ?, ?, ?)
            """;
    private static final String WORDS = """
            insert into log_words (matter_id, seq, field, words) select matter_id, seq, field, words from unnest(?, ?, ?, ?) u(matter_id, seq, field, words)
            """;
    private static final String FILES = """
            select a.id::text, a.sha256 from unnest(?::uuid[]) u(id) join attachment a on a.id = u.id
            """;

    private final Programmes programmes;
    private final Entries entries;
    private final SecureRandom random = new SecureRandom();

    /** @param open the programmes whose matters stand on the open board */
    public LeafScribe(Programmes programmes, Set<String> open) {
        this.programmes = programmes;
        this.entries = new Entries(open);
    }

    @Override
    public void scribe(Connection connection, List<Accepted> batch) throws SQLException {
        Leaves leaves = new Leaves(files(connection, batch), batch.size());
        batch.forEach(leaves::add);
        Writes writes = new Writes();
        writes.add(PENDING, leaves.pending);
        writes.add(WORDS, leaves.words);
        writes.send(connection);
    }

    /** The SHA-256 of every attachment the batch names. */
    private static Map<String, String> files(Connection connection, List<Accepted> batch) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        batch.forEach(one -> ids.addAll(one.step().evidence()));
        Map<String, String> files = new HashMap<>();
        if (ids.isEmpty()) {
            return files;
        }
        Array wanted = connection.createArrayOf("text", ids.toArray(String[]::new));
        try (PreparedStatement statement = connection.prepareStatement(FILES)) {
            statement.setArray(1, wanted);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    files.put(row.getString(1), row.getString(2));
                }
            }
        }
        return files;
    }

    /** The entries of one batch while they are written. */
    private final class Leaves {

        private final Columns pending = new Columns("int8", "int4", "bytea", "bytea");
        private final Columns words = new Columns("int8", "int4", "text", "text");
        private final TreeHash hash = new TreeHash();
        private final Map<String, String> files;
        private final byte[] seeds;
        private int next;

        Leaves(Map<String, String> files, int count) {
            this.files = files;
            this.seeds = new byte[count * SEED_BYTES];
            random.nextBytes(seeds);
        }

        void add(Accepted one) {
            byte[] seed = Arrays.copyOfRange(seeds, next, next + SEED_BYTES);
            next += SEED_BYTES;
            LoggedStep logged = new LoggedStep(
                    one.step(),
                    programmes.version(one.after().programme(), one.after().programmeVersion()),
                    one.step().sealed(),
                    files);
            Entries.Written written = entries.write(logged, one.before(), one.after(), seed, hash);
            pending.add(one.step().matter(), one.step().seq(), seed, written.entry());
            written.words().forEach((field, text) -> words.add(one.step().matter(), one.step().seq(), field, text));
        }
    }
}
