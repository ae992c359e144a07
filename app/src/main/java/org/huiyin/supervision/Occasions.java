package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads occasions; the columns are in the order of the record. */
final class Occasions {

    private Occasions() {}

    static Occasion read(ResultSet row) throws SQLException {
        return new Occasion(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                integer(row, 4),
                row.getInt(5),
                instant(row, 6),
                instant(row, 7),
                instant(row, 8),
                row.getString(9),
                integer(row, 10),
                integer(row, 11),
                row.getInt(12),
                row.getString(13),
                row.getString(14));
    }

    static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
