package org.huiyin.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.Writes;
import org.huiyin.org.Role;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Attachments over a fresh database and an empty directory, and what is left in both. */
final class EvidenceBench {

    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final DataSource database = TestDatabase.fresh();
    final Path directory;
    final Attachments attachments;

    EvidenceBench(Path directory) {
        this(directory, DataSize.ofBytes(0));
    }

    EvidenceBench(Path directory, DataSize reserve) {
        this.directory = directory;
        EvidenceSettings settings = new EvidenceSettings(
                directory,
                DataSize.ofMegabytes(15),
                DataSize.ofMegabytes(20),
                DataSize.ofMegabytes(150),
                9,
                40,
                Duration.ofHours(24),
                DataSize.ofMegabytes(300),
                DataSize.ofGigabytes(8),
                reserve);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        try {
            this.attachments = new Attachments(
                    new DirectoryStore(directory),
                    settings,
                    new AttachmentRows(JdbcClient.create(database)),
                    transactions,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits a step that carries these attachments. */
    void step(long matter, int seq, List<String> evidence) throws SQLException {
        steps(accepted(matter, seq, evidence));
    }

    void steps(Accepted... batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Writes writes = new Writes(0);
            new EvidenceScribe().scribe(writes, Arrays.asList(batch));
            writes.send(connection);
            connection.commit();
        }
    }

    static Accepted accepted(long matter, int seq, List<String> evidence) {
        var now = TestClock.instant("2026-03-03T09:00");
        Step step = new Step(
                matter,
                seq,
                "answer",
                new Step.By(0, 0, 0, Role.HANDLER),
                now,
                now,
                "with-unit",
                "answered",
                1,
                Map.of(),
                Map.of(),
                evidence,
                "key");
        Matter after = new Matter(
                matter,
                "test",
                1,
                seq,
                "answered",
                "result",
                null,
                1,
                "路灯",
                "路灯",
                "421002",
                "",
                "help",
                "normal",
                false,
                1,
                2,
                List.of(),
                null,
                null,
                false,
                null,
                null,
                0,
                now,
                now,
                Map.of(),
                List.of());
        return new Accepted(step, null, after);
    }

    long rows(String table) {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    /** Every file in the directory, staged ones too. */
    long files() throws IOException {
        try (var found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).count();
        }
    }
}
