package org.huiyin.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Files of matters that are anonymised go: the next sweep takes what nothing else keeps. */
@Component
final class ForgottenFiles implements Forgetting {

    private static final String LET_GO = """
            update attachment set held_by = 'nobody', held_until = created_at
            where id in (select attachment_id from attachment_use where matter_id = any(?))
            """;
    private static final String FORGET = """
            delete from attachment_use where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        for (String sql : List.of(LET_GO, FORGET)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("int8", matters));
                statement.executeUpdate();
            }
        }
    }
}
