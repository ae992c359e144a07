package org.huiyin.sample;

import java.sql.Connection;
import java.sql.SQLException;
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
        Forgetting.execute(connection, matters, FORGET);
    }
}
