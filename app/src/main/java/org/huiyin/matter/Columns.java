package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one set-based statement: a PostgreSQL array a column, bound in order. */
public final class Columns {

    private final String[] types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Columns of these PostgreSQL types. */
    public Columns(String... types) {
        this.types = types;
    }

    public void add(@Nullable Object... row) {
        if (row.length != types.length) {
            throw new IllegalArgumentException(row.length + " values for " + types.length + " columns");
        }
        rows.add(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Runs the statement with one array a column as its parameters; returns how many rows it touched. */
    public int write(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, 1);
            return statement.executeUpdate();
        }
    }

    /** The arrays, a column each, for a statement that goes alone. */
    public List<@Nullable Object[]> arrays() {
        return IntStream.range(0, types.length).mapToObj(this::values).toList();
    }

    int rows() {
        return rows.size();
    }

    /** Binds one array a column, from this parameter on; returns the parameter after them. */
    int bind(Connection connection, PreparedStatement statement, int from) throws SQLException {
        for (int column = 0; column < types.length; column++) {
            statement.setArray(from + column, connection.createArrayOf(types[column], values(column)));
        }
        return from + types.length;
    }

    private @Nullable Object[] values(int column) {
        @Nullable Object[] values = emptyArray(types[column], rows.size());
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row)[column];
        }
        return values;
    }

    /** pgjdbc sends typed arrays in binary form and others as text, which costs three times as much. */
    private static @Nullable Object[] emptyArray(String type, int length) {
        return switch (type) {
            case "int8" -> new @Nullable Long[length];
            case "int4" -> new @Nullable Integer[length];
            case "bool" -> new @Nullable Boolean[length];
            case "bytea" -> new byte @Nullable [length][];
            default -> new @Nullable String[length];
        };
    }

    /** An instant as microseconds since 1970, which is how arrays carry times: pgjdbc cannot send an array of instants in binary form. */
    public static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
