package org.huiyin.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Folds what was said lately into the index, some thousand matters a transaction. Of several machines one does it at a time. It holds no matter: who
 * enters one anew throws away what waits of it first, so that nothing is entered twice.
 */
@Component
public class FreshWords {

    private static final int AT_ONCE = 2000;
    private static final int MANY = 5000;
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private static final String ALONE = """
            select pg_try_advisory_xact_lock(8311, 230), set_config('work_mem', '64MB', true)
            """;
    private static final String FOLD = """
            with taken as (
              delete from search_fresh where ctid = any(array(
                select ctid from search_fresh
                where matter_id in (select distinct matter_id from search_fresh order by matter_id limit ?) for update skip locked))
              returning matter_id, seq, words)
            insert into search_document (matter_id, words)
            select matter_id, search_words(words order by seq)
            from (select matter_id, 0 seq, words from search_document where matter_id in (select matter_id from taken)
              union all select matter_id, seq, words from taken) said
            group by matter_id order by matter_id
            on conflict (matter_id) do update set words = excluded.words
            """;
    private static final String MERGE = """
            select gin_clean_pending_list('search_document_words')
            """;
    private static final String CLEAR = """
            vacuum search_fresh
            """;

    private final DataSource database;
    private int folded;
    private long merged = System.nanoTime();

    public FreshWords(DataSource database) {
        this.database = database;
    }

    /** Folds all that waits; searching reads what waits from end to end. */
    public void fold() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (int matters = AT_ONCE; matters == AT_ONCE; folded += matters) {
                matters = fold(connection);
            }
        }
        if (folded >= MANY || folded > 0 && System.nanoTime() - merged > SELDOM.toNanos()) {
            merge();
        }
    }

    /** The index keeps what is folded in a list of its own first; the more of it is merged at once, the less each costs. */
    public void merge() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MERGE);
            statement.execute(CLEAR);
            folded = 0;
            merged = System.nanoTime();
        }
    }

    private static int fold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet alone = statement.executeQuery(ALONE);
                var fold = connection.prepareStatement(FOLD)) {
            alone.next();
            fold.setInt(1, AT_ONCE);
            int matters = alone.getBoolean(1) ? fold.executeUpdate() : 0;
            connection.commit();
            return matters;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
