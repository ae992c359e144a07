package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.programme.Programmes;

/** Holds the kept counts of the lists against a third one, made straight from where each matter's last step led. */
final class StandingCheck {

    private static final String LAST_STEPS = """
            select programme, programme_version, to_state, count(*)
            from (select distinct on (matter_id) programme, programme_version, to_state from public.step order by matter_id, seq desc) last
            group by programme, programme_version, to_state
            """;
    private static final String TALLIED = """
            select programme, list, sum(n) from public.list_tally group by programme, list having sum(n) <> 0
            """;

    private final Programmes programmes;

    StandingCheck(Programmes programmes) {
        this.programmes = programmes;
    }

    List<Doctor.Difference> differences(Connection snapshot) throws SQLException {
        Map<String, Long> byLastStep = new TreeMap<>();
        Map<String, Long> tallied = new TreeMap<>();
        try (PreparedStatement statement = snapshot.prepareStatement(LAST_STEPS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String programme = row.getString(1);
                String list = programmes
                        .version(programme, row.getInt(2))
                        .state(row.getString(3))
                        .list();
                byLastStep.merge(programme + ": " + list, row.getLong(4), Long::sum);
            }
        }
        try (PreparedStatement statement = snapshot.prepareStatement(TALLIED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tallied.merge(row.getString(1) + ": " + row.getString(2), row.getLong(3), Long::sum);
            }
        }
        return compared(byLastStep, tallied);
    }

    private static List<Doctor.Difference> compared(Map<String, Long> byLastStep, Map<String, Long> tallied) {
        Map<String, Long> all = new TreeMap<>(byLastStep);
        tallied.forEach(all::putIfAbsent);
        List<Doctor.Difference> different = new ArrayList<>();
        for (String list : all.keySet()) {
            long counted = tallied.getOrDefault(list, 0L);
            long standing = byLastStep.getOrDefault(list, 0L);
            if (counted != standing) {
                different.add(new Doctor.Difference(
                        "list_tally",
                        0,
                        list + ": " + counted + " counted, the last step of " + standing + " leads there"));
            }
        }
        return different;
    }
}
