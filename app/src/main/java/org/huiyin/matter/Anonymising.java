package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.org.Place;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;

/**
 * Makes the persons of matters that ended unknown, each matter once: what somebody wrote, whereabouts below the village, sealed data, files and
 * the account of the raiser go. That each step was taken, when, by which unit and with which choices stays, and with it every count and what the
 * log says.
 */
public final class Anonymising {

    /** What stands for the title of an anonymised matter. */
    public static final String TITLE = "（已匿名 Anonymised）";

    /** Why it is done. */
    public enum Why {
        RETENTION,
        REQUEST
    }

    private static final String LOCK = """
            select m.id, m.programme, m.programme_version, m.state from matter m
            where m.id = any(?) and not exists (select from anonymised a where a.matter_id = m.id)
              and not exists (select from retention_hold h where h.matter_id = m.id and h.lifted_at is null)
            order by m.id for update
            """;
    private static final String ONCE = """
            insert into anonymised (matter_id, anonymised_at, why) select id, ?, ? from unnest(?) u(id)
            """;
    private static final String STEPS = """
            select s.matter_id, s.seq, s.name, s.account, s.post, s.unit, s.role, s.occurred_at, s.recorded_at, s.from_state, s.to_state, s.round,
              s.fields::text, s.evidence, s.key, s.programme, s.programme_version
            from step s where s.matter_id = any(?) order by s.matter_id, s.seq
            """;
    private static final String STRIP = """
            update step s set fields = u.fields::jsonb, sealed = null, evidence = null,
              account = case when s.role = 'RESIDENT' then 0 else s.account end, key = 'anonymised:' || s.matter_id || ':' || s.seq
            from unnest(?, ?, ?) u(matter_id, seq, fields) where s.matter_id = u.matter_id and s.seq = u.seq
            """;
    private static final String BEGUN = """
            update begun set key = 'anonymised:' || matter_id || ':1' where matter_id = any(?)
            """;
    private static final String MATTERS = """
            update matter set title = ?, public_title = case when public_title = ? or programme = any(?) then public_title else ? end,
              place = left(place, ?), raiser = null
            where id = any(?)
            """;

    private final Desk.Equipment equipment;
    private final List<Forgetting> forgetting;

    public Anonymising(Desk.Equipment equipment, List<Forgetting> forgetting) {
        this.equipment = equipment;
        this.forgetting = List.copyOf(forgetting);
    }

    /** Anonymises those of these matters that ended, are not held and were not anonymised before; returns which. All of them or none. */
    public List<Long> anonymise(List<Long> matters, Why why) {
        try (Connection connection = equipment.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Long> done = within(connection, matters, why);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DeskFault("No matter was anonymised", e);
        }
    }

    private List<Long> within(Connection connection, List<Long> matters, Why why) throws SQLException {
        List<Long> ended = ended(connection, matters);
        if (ended.isEmpty()) {
            return ended;
        }
        Long[] ids = ended.toArray(Long[]::new);
        try (PreparedStatement statement = connection.prepareStatement(ONCE)) {
            statement.setTimestamp(1, Timestamp.from(equipment.clock().instant()));
            statement.setString(2, why.name().toLowerCase(Locale.ROOT));
            statement.setArray(3, connection.createArrayOf("int8", ids));
            statement.executeUpdate();
        }
        // what stands beside the steps is found by what they still say
        for (Forgetting one : forgetting) {
            one.forget(connection, ids);
        }
        stripped(connection, ids).write(connection, STRIP);
        try (PreparedStatement begun = connection.prepareStatement(BEGUN);
                PreparedStatement rows = connection.prepareStatement(MATTERS)) {
            begun.setArray(1, connection.createArrayOf("int8", ids));
            begun.executeUpdate();
            rows.setString(1, TITLE);
            rows.setString(2, Matter.WITHDRAWN);
            rows.setArray(3, connection.createArrayOf("text", titlesKept()));
            rows.setString(4, TITLE);
            rows.setInt(5, Place.Level.VILLAGE.codeLength());
            rows.setArray(6, connection.createArrayOf("int8", ids));
            rows.executeUpdate();
        }
        return ended;
    }

    /** The programmes whose matters the public knows by their sort alone: that says nothing of anybody. */
    private String[] titlesKept() {
        return equipment.programmes().versions().stream()
                .filter(programme -> !programme.titleOpen())
                .map(Programme::name)
                .distinct()
                .toArray(String[]::new);
    }

    private List<Long> ended(Connection connection, List<Long> matters) throws SQLException {
        List<Long> ended = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("int8", matters.toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Programme programme = equipment.programmes().version(row.getString(2), row.getInt(3));
                    if (programme.state(row.getString(4)).end()) {
                        ended.add(row.getLong(1));
                    }
                }
            }
        }
        return ended;
    }

    private Columns stripped(Connection connection, Long[] ids) throws SQLException {
        Columns columns = new Columns("int8", "int4", "text");
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setArray(1, connection.createArrayOf("int8", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Step step = Steps.read(row);
                    Programme programme = equipment.programmes().version(row.getString(16), row.getInt(17));
                    columns.add(step.matter(), step.seq(), Steps.JSON.writeValueAsString(kept(programme, step)));
                }
            }
        }
        return columns;
    }

    /** What of a step names nobody. Of a field no form knows, nothing; the office was found by the machine. */
    static Map<String, Object> kept(Programme programme, Step step) {
        Map<String, Object> kept = new LinkedHashMap<>();
        StepRule rule = programme.step(step.name()).orElse(null);
        if (step.fields().get("office") instanceof Number office && step.seq() == 1) {
            kept.put("office", office);
        }
        if (rule == null) {
            return kept;
        }
        String title = rule.effects(step.toState()).sets().get("title");
        for (Field field : rule.form().fields()) {
            Object value = step.fields().get(field.name());
            if (value != null && Publication.lasts(field)) {
                kept.put(field.name(), field.type() == Field.Type.PLACE ? village(String.valueOf(value)) : value);
            } else if (value != null && field.name().equals(title)) {
                kept.put(field.name(), TITLE);
            }
        }
        return kept;
    }

    private static String village(String place) {
        return place.substring(0, Math.min(place.length(), Place.Level.VILLAGE.codeLength()));
    }
}
