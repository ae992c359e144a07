package org.huiyin.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.huiyin.matter.StepScribe;
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
    public void scribe(Connection connection, List<Accepted> batch) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        for (Accepted accepted : batch) {
            int position = 0;
            for (String id : new LinkedHashSet<>(accepted.step().evidence())) {
                claims.add(new Claim(accepted.step().matter(), accepted.step().seq(), id, position++));
            }
        }
        if (!claims.isEmpty()) {
            claim(connection, claims);
        }
    }

    private record Claim(long matter, int step, String id, int position) {}

    private static void claim(Connection connection, List<Claim> claims) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", claims.stream().map(Claim::matter).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", claims.stream().map(Claim::step).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", claims.stream().map(Claim::id).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "integer", claims.stream().map(Claim::position).toArray()));
            int claimed = statement.executeUpdate();
            if (claimed != claims.size()) {
                throw new IllegalStateException("Steps name " + claims.size() + " attachments, of which only " + claimed
                        + " are there; nothing of this batch is stored");
            }
        }
    }
}
