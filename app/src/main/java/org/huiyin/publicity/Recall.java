package org.huiyin.publicity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.stereotype.Component;

/**
 * Notes that a public text was corrected or taken out of view, in the transaction that did it, so that no machine hands a file out any more that was
 * made before. Likewise when a raiser had a matter made anonymous; what is anonymised because its time is over leaves the files as they grow old.
 */
@Component
class Recall implements StepScribe, Forgetting {

    private static final String RECALL = """
            update open_data set recalled_at = timestamptz 'epoch' + u.at * interval '1 microsecond' from unnest(?) u(at) where recalled_at is null
            """;
    private static final String ERASED = """
            update open_data set recalled_at = now()
            where recalled_at is null and exists (select from anonymised a where a.matter_id = any(?) and a.why = 'request')
            """;

    private final Programmes programmes;

    Recall(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns recalled = new Columns("int8");
        for (Accepted one : batch) {
            boolean changes = programmes
                    .version(one.after().programme(), one.after().programmeVersion())
                    .step(one.step().name())
                    .map(StepRule::publishing)
                    .filter(publishing -> publishing != StepRule.Publishing.NONE)
                    .isPresent();
            if (changes && recalled.isEmpty()) {
                recalled.add(Columns.micros(one.step().recordedAt()));
            }
        }
        writes.add(RECALL, recalled);
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, ERASED);
    }
}
