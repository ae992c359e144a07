package org.huiyin.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** Why a matter was left out of the figures goes, in words, when it is anonymised; the class, and who decided when, stays. */
@Component
final class ForgottenGrounds implements Forgetting {

    /** The tables are append-only for everybody else. */
    private static final String ALLOW = """
            set local huiyin.forgetting = 'on'
            """;

    private static final String GROUNDS = """
            update exclusion set reason = '（已匿名）', evidence = '（已匿名）' where matter_id = any(?)
            """;
    private static final String NOTES = """
            update exclusion_act a set note = '' from exclusion e where e.id = a.exclusion_id and e.matter_id = any(?) and a.note <> ''
            """;
    private static final String ENOUGH = """
            set local huiyin.forgetting = 'off'
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, ALLOW, GROUNDS, NOTES, ENOUGH);
    }
}
