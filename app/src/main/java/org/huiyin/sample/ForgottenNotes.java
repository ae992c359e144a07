package org.huiyin.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Notes of calls about matters that are anonymised go; that somebody was called, and what they rated, is counted. */
@Component
final class ForgottenNotes implements Forgetting {

    private static final String FORGET = """
            update callback_attempt set note = '' where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        for (String sql : List.of(FORGET)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("int8", matters));
                statement.executeUpdate();
            }
        }
    }
}
