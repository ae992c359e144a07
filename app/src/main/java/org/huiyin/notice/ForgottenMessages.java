package org.huiyin.notice;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Messages about matters that are anonymised go: they say its title and what was written. */
@Component
final class ForgottenMessages implements Forgetting {

    private static final String FORGET = """
            delete from message where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }
}
