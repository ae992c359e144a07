package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of some matters as a transaction sees them that has written steps itself; without what is sealed. */
public final class Histories {

    private static final String OF = """
            select matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, fields::text, evidence, key
            from step where matter_id = any(?) order by matter_id, seq
            """;

    private Histories() {}

    /** By matter, each oldest first. */
    public static Map<Long, List<Step>> of(Connection connection, Long[] matters) throws SQLException {
        Map<Long, List<Step>> histories = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OF)) {
            statement.setArray(1, connection.createArrayOf("int8", matters));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Step step = Steps.read(row);
                    histories
                            .computeIfAbsent(step.matter(), matter -> new ArrayList<>())
                            .add(step);
                }
            }
        }
        return histories;
    }
}
