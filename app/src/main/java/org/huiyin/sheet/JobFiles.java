package org.huiyin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of jobs, kept in the database in pieces, so that every machine has them. */
@Component
class JobFiles {

    private static final int PIECE_BYTES = 1 << 19;

    private static final String ADD = """
            insert into sheet_part (job_id, kind, nth, bytes) values (:job, :kind, :nth, :bytes)
            """;
    private static final String PIECE = """
            select bytes from sheet_part where job_id = :job and kind = :kind and nth = :nth
            """;
    private static final String SIZE = """
            select coalesce(sum(length(bytes)), 0) from sheet_part where job_id = :job and kind = :kind
            """;
    private static final String REMOVE = """
            delete from sheet_part where job_id = :job and kind = :kind
            """;

    /** Which file of a job. */
    enum Kind {
        FILE,
        MARKED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate apart;

    JobFiles(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Keeps a file, in place of one that was kept before. */
    void keep(long job, Kind kind, Path file) {
        remove(job, kind);
        try (InputStream in = Files.newInputStream(file)) {
            int nth = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                byte[] bytes = piece;
                int at = nth++;
                apart.executeWithoutResult(status -> database.sql(ADD)
                        .param("job", job)
                        .param("kind", kind.key())
                        .param("nth", at)
                        .param("bytes", bytes)
                        .update());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long sizeBytes(long job, Kind kind) {
        return database.sql(SIZE)
                .param("job", job)
                .param("kind", kind.key())
                .query(Long.class)
                .single();
    }

    void send(long job, Kind kind, OutputStream out) throws IOException {
        for (int nth = 0; ; nth++) {
            var piece = database.sql(PIECE)
                    .param("job", job)
                    .param("kind", kind.key())
                    .param("nth", nth)
                    .query(byte[].class)
                    .optional();
            if (piece.isEmpty()) {
                return;
            }
            out.write(piece.get());
        }
    }

    /** The file on this machine's disk; the caller deletes it. */
    Path fetch(long job, Kind kind) throws IOException {
        Path file = Files.createTempFile("huiyin", ".table");
        try (OutputStream out = Files.newOutputStream(file)) {
            send(job, kind, out);
        }
        return file;
    }

    void remove(long job, Kind kind) {
        apart.executeWithoutResult(status ->
                database.sql(REMOVE).param("job", job).param("kind", kind.key()).update());
    }
}
