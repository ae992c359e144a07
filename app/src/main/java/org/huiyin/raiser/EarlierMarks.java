package org.huiyin.raiser;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huiyin.matter.Columns;
import org.huiyin.matter.WholeSteps;
import org.huiyin.privacy.Keyring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks the matters of before there were marks, once, a thousand steps a transaction; a stop costs nothing. */
@Component
class EarlierMarks {

    private static final String AT = """
            select matter, seq from raiser_marking for update skip locked
            """;
    private static final String NEXT = """
            select matter_id, seq from step where (matter_id, seq) > (:matter, :seq) and sealed is not null order by matter_id, seq limit 1000
            """;
    private static final String GO_ON = """
            update raiser_marking set matter = :matter, seq = :seq
            """;
    private static final String END = """
            delete from raiser_marking
            """;

    private static final Logger log = LoggerFactory.getLogger(EarlierMarks.class);

    private final JdbcClient database;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final Marks marks;
    private final Keyring keyring;

    EarlierMarks(
            JdbcClient database, DataSource source, TransactionTemplate transaction, Marks marks, Keyring keyring) {
        this.database = database;
        this.source = source;
        this.transaction = transaction;
        this.marks = marks;
        this.keyring = keyring;
    }

    private record At(long matter, int seq) {}

    @Scheduled(initialDelay = 10, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void mark() {
        while (Boolean.TRUE.equals(transaction.execute(status -> page()))) {
            log.debug("A thousand more steps of before are marked");
        }
    }

    private boolean page() {
        List<At> from = database.sql(AT).query(EarlierMarks::at).list();
        if (from.isEmpty()) {
            return false;
        }
        List<At> next = database.sql(NEXT)
                .param("matter", from.getFirst().matter())
                .param("seq", from.getFirst().seq())
                .query(EarlierMarks::at)
                .list();
        if (next.isEmpty()) {
            database.sql(END).update();
            log.info("All matters of before are marked with their raiser's telephone");
            return false;
        }
        write(next);
        database.sql(GO_ON)
                .param("matter", next.getLast().matter())
                .param("seq", next.getLast().seq())
                .update();
        return true;
    }

    private void write(List<At> steps) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            Columns columns = new Columns("int8", "bytea");
            List<WholeSteps.Whole> whole = new ArrayList<>(new WholeSteps(keyring)
                    .read(
                            connection,
                            steps.stream().map(At::matter).toArray(Long[]::new),
                            steps.stream().map(At::seq).toArray(Integer[]::new)));
            whole.forEach(
                    one -> marks.add(columns, one.step().matter(), one.step().sealed()));
            Marks.write(connection, columns);
        } catch (SQLException e) {
            throw new IllegalStateException("Earlier matters could not be marked; it is tried again in an hour", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static At at(java.sql.ResultSet row, int n) throws SQLException {
        return new At(row.getLong(1), row.getInt(2));
    }
}
