package org.huiyin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of an entry; the columns stand in the order of {@link Entry}. */
final class EntryRows {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private EntryRows() {}

    static Entry entry(ResultSet row, int n) throws SQLException {
        LocalDate until = row.getObject(11, LocalDate.class);
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                number(row, 7),
                number(row, 8),
                Entry.State.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getObject(10, LocalDate.class),
                until,
                row.getString(12),
                row.getString(13),
                fields(row.getString(14)),
                row.getInt(15));
    }

    /** The same with the sealed fields, the day of the fact, the entry it belongs to and the sign-in behind it. */
    static Standing standing(ResultSet row, Registers registers) throws SQLException {
        String parent = row.getString(18);
        String login = row.getString(20);
        return new Standing(
                entry(row, 0),
                row.getBytes(16),
                row.getObject(17, LocalDate.class),
                parent == null ? "" : registers.of(parent).label(row.getInt(19)),
                login == null ? "" : login);
    }

    static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static Map<String, Object> fields(String written) {
        return JSON.readValue(written, FIELDS);
    }

    static String written(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }
}
