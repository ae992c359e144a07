package org.huiyin.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import org.huiyin.matter.Columns;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.springframework.stereotype.Component;

/**
 * Lets accepted steps claim the attachments they name, in the Desk's transaction. Whether the actor may use them was settled by
 * {@link Attachments#take}; a step that names one which is not there is a fault, and is not stored.
 */
@Component
final class EvidenceScribe implements StepScribe {

    private static final String CLAIM = """
            INSERT INTO attachment_use (matter_id, step_seq, attachment_id, position)
            SELECT matter_id, step_seq, id, position
            FROM unnest(?::bigint[], ?::integer[], ?::uuid[], ?::integer[]) AS named (matter_id, step_seq, wanted, position)
            JOIN attachment ON id = wanted
            """;

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Columns claims = new Columns("int8", "int4", "text", "int4");
        for (Accepted accepted : batch) {
            int position = 0;
            for (String id : new LinkedHashSet<>(accepted.step().evidence())) {
                claims.add(accepted.step().matter(), accepted.step().seq(), id, position++);
            }
        }
        writes.addWhole(CLAIM, claims);
    }
}
