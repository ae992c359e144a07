package org.huiyin.sheet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.MatterNumber;
import org.springframework.stereotype.Component;

/** How anonymised matters stood in tables, and the hash of the row they came from, goes; that they came in a table stays. */
@Component
final class ForgottenRows implements Forgetting {

    private static final String FORGET = """
            update sheet_taken set before = '', after = '', sealed = null, mark = 'anonymised:' || job_id || ':' || nth where key = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        String[] numbers = Arrays.stream(matters)
                .map(id -> new MatterNumber(id).toString())
                .toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("text", numbers));
            statement.executeUpdate();
        }
    }
}
