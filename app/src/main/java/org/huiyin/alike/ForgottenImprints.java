package org.huiyin.alike;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Imprints of matters that are anonymised go: they say where it was, and whether a text is the same. */
@Component
final class ForgottenImprints implements Forgetting {

    private static final String FORGET = """
            delete from imprint where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }
}
