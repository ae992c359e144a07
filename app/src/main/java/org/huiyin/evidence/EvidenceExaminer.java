package org.huiyin.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.springframework.stereotype.Component;

/** Whether the attachments in use are exactly those the steps name. */
@Component
final class EvidenceExaminer implements Examiner {

    private static final String USES_THAT_DIFFER = """
            SELECT coalesce(named.matter_id, used.matter_id), coalesce(named.seq, used.step_seq), coalesce(named.id, used.attachment_id::text),
              used.attachment_id IS NULL
            FROM (SELECT DISTINCT matter_id, seq, unnest(string_to_array(evidence, ',')) AS id FROM step WHERE evidence IS NOT NULL) named
            FULL JOIN attachment_use used
              ON used.matter_id = named.matter_id AND used.step_seq = named.seq AND used.attachment_id::text = named.id
            WHERE named.id IS NULL OR used.attachment_id IS NULL
            ORDER BY 1, 2 LIMIT 1000
            """;

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        List<Difference> found = new ArrayList<>();
        try (PreparedStatement statement = snapshot.prepareStatement(USES_THAT_DIFFER);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String what = row.getBoolean(4) ? " names it, but it is not kept for it" : " does not name it";
                found.add(new Difference(
                        "attachment_use",
                        row.getLong(1),
                        "attachment " + row.getString(3) + ": step " + row.getInt(2) + what));
            }
        }
        return found;
    }
}
