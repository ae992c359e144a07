package org.huiyin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to an entry. */
@Component
class Facts {

    private static final String OF = """
            select ordinal, kind, on_day, recorded_at, by_account, by_unit, place, unit, parent, fields::text, reason, note
            from register_fact where entry = :entry order by ordinal
            """;

    private final JdbcClient database;

    Facts(JdbcClient database) {
        this.database = database;
    }

    /** One fact: what happened when, who wrote it down, and how the entry stood from then on. */
    record Fact(
            int ordinal,
            String kind,
            LocalDate on,
            Instant recordedAt,
            long account,
            int byUnit,
            String place,
            int unit,
            @Nullable Long parent,
            Map<String, Object> fields,
            String reason,
            String note) {}

    /** All of them, the first one first. */
    List<Fact> of(long entry) {
        return database.sql(OF).param("entry", entry).query(Facts::fact).list();
    }

    private static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getLong(5),
                row.getInt(6),
                row.getString(7),
                row.getInt(8),
                EntryRows.number(row, 9),
                EntryRows.fields(row.getString(10)),
                row.getString(11),
                row.getString(12));
    }
}
