package org.huiyin.matter;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a feature keeps of matters beside their steps and has to forget when they are anonymised: salts, messages, files. In the transaction
 * that anonymises them, set-based. Counts and whatever proves that a step was taken stay.
 */
public interface Forgetting {

    void forget(Connection connection, Long[] matters) throws SQLException;

    /** Executes statements each of whose parameters is the matters. */
    static void execute(Connection connection, Long[] matters, String... statements) throws SQLException {
        Array forgotten = connection.createArrayOf("int8", matters);
        for (String sql : statements) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                fill(statement, forgotten);
                statement.executeUpdate();
            }
        }
    }

    /** Executes such a statement and returns the ids it says. */
    static Long[] returning(Connection connection, Long[] matters, String sql) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, connection.createArrayOf("int8", matters));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids.toArray(Long[]::new);
    }

    private static void fill(PreparedStatement statement, Array forgotten) throws SQLException {
        int parameters = statement.getParameterMetaData().getParameterCount();
        for (int i = 1; i <= parameters; i++) {
            statement.setArray(i, forgotten);
        }
    }
}
