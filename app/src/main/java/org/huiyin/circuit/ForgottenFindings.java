package org.huiyin.circuit;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.evidence.ForgottenFiles;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/** What was written and photographed of a finding goes when the matter it became is anonymised; that it was found, where and when, stays. */
@Component
final class ForgottenFindings implements Forgetting {

    private static final String FORGET = """
            update circuit_finding set title = '（已匿名 Anonymised）', detail = '', place = left(place, 12) where matter_id = any(?) returning id
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        ForgottenFiles.ofKeepers(connection, Findings.KIND, Forgetting.returning(connection, matters, FORGET));
    }
}
