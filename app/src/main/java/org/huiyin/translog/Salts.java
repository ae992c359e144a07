package org.huiyin.translog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Forgets the salts of matters that are anonymised: without them nothing the log sealed of them can be guessed; the log stays whole. */
@Component
final class Salts implements Forgetting {

    private static final String PLACED = """
            update log_leaf set seed = null where matter_id = any(?) and seed is not null
            """;
    /** Entries that have no place yet keep an empty seed, which the sequencer takes for none. */
    private static final String WAITING = """
            update log_pending set seeds = array(
              select case when m = any(?) then ''::bytea else s end from unnest(matters, seeds) with ordinality u(m, s, o) order by o)
            where matters && ?
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Array forgotten = connection.createArrayOf("int8", matters);
        try (PreparedStatement placed = connection.prepareStatement(PLACED);
                PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            placed.setArray(1, forgotten);
            placed.executeUpdate();
            waiting.setArray(1, forgotten);
            waiting.setArray(2, forgotten);
            waiting.executeUpdate();
        }
    }
}
