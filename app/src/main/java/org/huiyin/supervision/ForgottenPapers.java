package org.huiyin.supervision;

import java.sql.Connection;
import java.sql.SQLException;
import org.huiyin.evidence.ForgottenFiles;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;

/**
 * What instruments say of a matter that is anonymised goes, and what was answered with which proof. Number, kind, unit, times and how each ended
 * stay, and with them every count.
 */
@Component
final class ForgottenPapers implements Forgetting {

    /** A title that was corrected since it was served stands nowhere any more, so nothing is left of such a text. */
    private static final String TEXTS = """
            update instrument i set reason = '',
              text_zh = case when m.public_title <> '' and position(m.public_title in i.text_zh) > 0
                then replace(replace(i.text_zh, m.public_title, '（已匿名）'), i.reason, '') else '（已匿名）' end,
              text_en = case when m.public_title <> '' and position(m.public_title in i.text_en) > 0
                then replace(replace(i.text_en, m.public_title, '(anonymised)'), i.reason, '') else '(anonymised)' end
            from matter m where m.id = i.matter_id and m.id = any(?)
            """;

    private static final String ENDS = """
            update instrument_end e set note = '' from instrument i where i.id = e.instrument_id and i.matter_id = any(?)
            """;
    private static final String ANSWERS = """
            update instrument_answer a set text = '（已匿名）', reason = case when a.reason = '' then '' else '（已匿名）' end
            from instrument i where i.id = a.instrument_id and i.matter_id = any(?) returning a.id
            """;
    private static final String DISMISSALS = """
            update proposal_dismissal set reason = '（已匿名）' where matter_id = any(?)
            """;

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        ForgottenFiles.ofKeepers(connection, Answers.KIND, Forgetting.returning(connection, matters, ANSWERS));
        Forgetting.execute(connection, matters, TEXTS, ENDS, DISMISSALS);
    }
}
