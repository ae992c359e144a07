package org.huiyin.matter;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.privacy.Keyring;

/** Steps as their rows hold them, sealed fields opened: what proves or refutes that they were never changed. Shown to nobody as they are. */
public final class WholeSteps {

    private static final String STEPS = """
            select s.matter_id, s.seq, s.name, s.account, s.post, s.unit, s.role, s.occurred_at, s.recorded_at, s.from_state, s.to_state, s.round,
              s.fields::text, s.evidence, s.key, s.programme, s.programme_version, s.sealed
            from unnest(?, ?) u(matter_id, seq) join step s on s.matter_id = u.matter_id and s.seq = u.seq
            """;

    private final Keyring keyring;

    public WholeSteps(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * A step and the version of the programme it was taken under.
     *
     * @param step with its sealed fields
     */
    public record Whole(Step step, String programme, int version) {}

    /** The steps of these matters and numbers, in no order; what is not there is left out. */
    public List<Whole> read(Connection connection, Long[] matters, Integer[] seqs) throws SQLException {
        List<Whole> steps = new ArrayList<>(matters.length);
        Array ofMatters = connection.createArrayOf("int8", matters);
        Array ofSeqs = connection.createArrayOf("int4", seqs);
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setArray(1, ofMatters);
            statement.setArray(2, ofSeqs);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Step step = Steps.read(row);
                    byte[] sealed = row.getBytes(18);
                    Map<String, Object> opened = sealed == null
                            ? Map.of()
                            : Steps.fields(keyring.open(sealed, Steps.owner(step.matter(), step.seq())));
                    steps.add(new Whole(step.withSealed(opened), row.getString(16), row.getInt(17)));
                }
            }
        }
        return steps;
    }
}
