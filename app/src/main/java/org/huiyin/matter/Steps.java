package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The {@code step} rows: appended, read, never changed. */
final class Steps {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final String APPEND = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, sealed, evidence, key)
            select matter_id, seq, name, account, post, unit, role, timestamptz 'epoch' + occurred_at * interval '1 microsecond',
              timestamptz 'epoch' + recorded_at * interval '1 microsecond', from_state, to_state, round, programme, programme_version,
              fields::jsonb, sealed, evidence, key
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u(matter_id, seq, name, account, post, unit, role, occurred_at,
              recorded_at, from_state, to_state, round, programme, programme_version, fields, sealed, evidence, key)
            """;
    private static final String WITH_KEYS = """
            select s.key, s.matter_id, s.seq, s.name, s.to_state, s.recorded_at
            from unnest(?) u(key) join begun b on b.key = u.key join step s on s.matter_id = b.matter_id and s.seq = 1
            union all
            select s.matter_id || '/' || s.key, s.matter_id, s.seq, s.name, s.to_state, s.recorded_at
            from unnest(?, ?) u(matter_id, key) join step s on s.matter_id = u.matter_id and s.key = u.key
            """;
    private static final String LAST = """
            select distinct on (s.matter_id, s.name) s.matter_id, s.seq, s.name, s.account, s.post, s.unit, s.role, s.occurred_at, s.recorded_at,
              s.from_state, s.to_state, s.round, s.fields::text, s.evidence, s.key
            from unnest(?, ?) u(matter_id, name) join step s on s.matter_id = u.matter_id and s.name = u.name
            order by s.matter_id, s.name, s.seq desc
            """;
    private static final String BEGUN = """
            insert into begun (key, matter_id) select key, matter_id from unnest(?, ?) u(key, matter_id)
            """;
    private static final String NUMBERS = """
            select nextval('matter_number_' || ?) from generate_series(1, ?)
            """;

    private Steps() {}

    static void append(Writes writes, List<Decision.Accepted> accepted, Keyring keyring) {
        Columns columns = new Columns(
                "int8", "int4", "text", "int8", "int8", "int4", "text", "int8", "int8", "text", "text", "int4", "text",
                "int4", "text", "bytea", "text", "text");
        Columns begun = new Columns("text", "int8");
        for (Decision.Accepted one : accepted) {
            Step step = one.step();
            columns.add(
                    step.matter(),
                    step.seq(),
                    step.name(),
                    step.by().account(),
                    step.by().post(),
                    step.by().unit(),
                    step.by().role().name(),
                    Columns.micros(step.occurredAt()),
                    Columns.micros(step.recordedAt()),
                    step.fromState(),
                    step.toState(),
                    step.round(),
                    one.after().programme(),
                    one.after().programmeVersion(),
                    JSON.writeValueAsString(step.fields()),
                    sealed(step, keyring),
                    step.evidence().isEmpty() ? null : String.join(",", step.evidence()),
                    step.key());
            if (one.before() == null) {
                begun.add(step.key(), step.matter());
            }
        }
        writes.addWhole(APPEND, columns);
        writes.addWhole(BEGUN, begun);
    }

    private static byte @Nullable [] sealed(Step step, Keyring keyring) {
        return step.sealed().isEmpty()
                ? null
                : keyring.seal(JSON.writeValueAsString(step.sealed()), owner(step.matter(), step.seq()));
    }

    /** To whom sealed fields belong: a row's sealed bytes open for this very step and no other. */
    static String owner(long matter, int seq) {
        return "step:" + matter + ":" + seq;
    }

    /**
     * The receipts already given under keys: of matters begun with them, under the key; of steps on known matters, under
     * {@code id/key}.
     */
    static Map<String, Receipt> withKeys(
            Connection connection, Collection<String> beginning, Collection<StepRequest> further) throws SQLException {
        Map<String, Receipt> receipts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(WITH_KEYS)) {
            Long[] ids = further.stream().map(StepRequest::matter).toArray(Long[]::new);
            String[] keys = further.stream().map(StepRequest::scopedKey).toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", beginning.toArray(String[]::new)));
            statement.setArray(2, connection.createArrayOf("int8", ids));
            statement.setArray(3, connection.createArrayOf("text", keys));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    MatterNumber number = new MatterNumber(row.getLong(2));
                    receipts.put(
                            row.getString(1),
                            new Receipt(
                                    number,
                                    row.getInt(3),
                                    row.getString(4),
                                    row.getString(5),
                                    Matters.instant(row, 6),
                                    true));
                }
            }
        }
        return receipts;
    }

    /** The named steps of matters, each as it was last taken. */
    static List<Step> last(Connection connection, List<Long> matters, List<String> names) throws SQLException {
        List<Step> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("int8", matters.toArray(Long[]::new)));
            statement.setArray(2, connection.createArrayOf("text", names.toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    /** The next running numbers of a year; a number once given is not given again, even if its batch is undone. */
    static List<MatterNumber> numbers(Connection connection, int year, int count) throws SQLException {
        List<MatterNumber> numbers = new ArrayList<>(count);
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            statement.setString(1, Integer.toString(year));
            statement.setInt(2, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(MatterNumber.of(year, row.getLong(1)));
                }
            }
        }
        return numbers;
    }

    /** Reads a row of step as {@link StepHistory} and doctor select it; sealed fields stay sealed. */
    static Step read(ResultSet row) throws SQLException {
        String evidence = row.getString(14);
        return new Step(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                new Step.By(row.getLong(4), row.getLong(5), row.getInt(6), Role.valueOf(row.getString(7))),
                Matters.instant(row, 8),
                Matters.instant(row, 9),
                row.getString(10),
                row.getString(11),
                row.getInt(12),
                JSON.readValue(row.getString(13), FIELDS),
                Map.of(),
                evidence == null ? List.of() : List.of(evidence.split(",")),
                row.getString(15));
    }

    static Map<String, Object> fields(String json) {
        return JSON.readValue(json, FIELDS);
    }
}
