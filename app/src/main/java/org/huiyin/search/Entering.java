package org.huiyin.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.huiyin.matter.MatterLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Enters matters that were there before the index, some hundred at a time, each batch one transaction that also notes how far it came: a machine
 * that was killed goes on where it was, and of several one works at a time. It holds each matter as the Desk does, so that no step is lost
 * between reading and entering. Also has folded what was said lately.
 */
@Component
public class Entering {

    private static final Logger LOG = LoggerFactory.getLogger(Entering.class);
    private static final int AT_ONCE = 500;

    private static final String ALL_AGAIN = """
            update search_entering set after_matter = 0, until = coalesce((select max(id) from matter), 0)
            """;
    private static final String STRAY = """
            delete from search_document d where not exists (select 1 from matter m where m.id = d.matter_id)
            """;
    private static final String STRAY_FRESH = """
            delete from search_fresh d where not exists (select 1 from matter m where m.id = d.matter_id)
            """;
    private static final String TAKE = """
            select after_matter, until from search_entering where until > 0 for update skip locked
            """;
    private static final String TAKE_IN_TURN = """
            select after_matter, until from search_entering where until > 0 for update
            """;
    private static final String HOLD = """
            select id from matter where id > ? and id <= ? order by id limit ? for update
            """;
    private static final String AGAIN = """
            delete from search_again where matter_id in (select matter_id from search_again order by matter_id limit ? for update)
            returning matter_id
            """;
    private static final String HOLD_THESE = """
            select id from matter where id = any(?) order by id for update
            """;
    private static final String NOTE = """
            update search_entering set after_matter = ?
            """;
    private static final String FINISH = """
            update search_entering set after_matter = 0, until = 0
            """;
    private final DataSource database;
    private final MatterLookup lookup;
    private final SearchScribe scribe;
    private final FreshWords fresh;
    private final AtomicBoolean working = new AtomicBoolean();

    Entering(DataSource database, MatterLookup lookup, SearchScribe scribe, FreshWords fresh) {
        this.database = database;
        this.lookup = lookup;
        this.scribe = scribe;
        this.fresh = fresh;
    }

    /**
     * Throws away and enters everything again while people work; what is not entered yet is found as before. Whoever else enters meanwhile is waited
     * for, so that nothing is left when it ends.
     *
     * @param progress told how many matters have been entered so far
     */
    public long all(LongConsumer progress) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(ALL_AGAIN);
            statement.executeUpdate(STRAY_FRESH);
            statement.executeUpdate(STRAY);
        }
        long entered = 0;
        for (int some = batch(TAKE_IN_TURN); some > 0; some = batch(TAKE_IN_TURN)) {
            entered += some;
            progress.accept(entered);
        }
        return entered;
    }

    /** Enters the next matters; 0 when none is left or another machine is at it. */
    int batch() throws SQLException {
        return batch(TAKE);
    }

    private int batch(String takes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int entered = batch(connection, takes);
                connection.commit();
                return entered;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private int batch(Connection connection, String takes) throws SQLException {
        List<Long> again = ids(connection, AGAIN, AT_ONCE);
        if (!again.isEmpty()) {
            List<Long> held = ids(connection, HOLD_THESE, connection.createArrayOf("int8", again.toArray(Long[]::new)));
            scribe.enter(connection, lookup.findAll(held));
            return again.size();
        }
        long after;
        long until;
        try (Statement take = connection.createStatement();
                ResultSet row = take.executeQuery(takes)) {
            if (!row.next()) {
                return 0;
            }
            after = row.getLong(1);
            until = row.getLong(2);
        }
        List<Long> ids = ids(connection, HOLD, after, until, AT_ONCE);
        if (ids.isEmpty()) {
            try (Statement finish = connection.createStatement()) {
                finish.executeUpdate(FINISH);
            }
            return 0;
        }
        scribe.enter(connection, lookup.findAll(ids));
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setLong(1, ids.getLast());
            note.executeUpdate();
        }
        return ids.size();
    }

    private static List<Long> ids(Connection connection, String sql, Object... parameters) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    /** Apart, so that other timed work is not held up. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 4_000)
    void look() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("search-entering").start(this::work);
        }
    }

    private void work() {
        try {
            boolean entered = false;
            while (batch() > 0) {
                entered = true;
            }
            fresh.fold();
            if (entered) {
                fresh.merge();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Some matters cannot be found by their words yet; it goes on in a moment: {}", e.toString());
        } finally {
            working.set(false);
        }
    }
}
