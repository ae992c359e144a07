package org.huiyin.track;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Reasons for which a raiser was looked up go when the matter is anonymised; that and when it was done stays. */
@Component
final class ForgottenReasons implements Forgetting {

    private static final String FORGET = """
            update unsealing set reason = '（已匿名）' where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }
}
