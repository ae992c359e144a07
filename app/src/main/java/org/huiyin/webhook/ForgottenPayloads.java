package org.huiyin.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** What subscribers were told of matters that are anonymised, and what they answered, goes; that they were told stays. Sent again, it says what is left. */
@Component
final class ForgottenPayloads implements Forgetting {

    private static final String FORGET = """
            update webhook_message set payload = null, answer = null where matter_id = any(?) and payload is not null
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }
}
