package org.huiyin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.huiyin.frame.Formats;
import org.huiyin.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds every reported look of a kind and what failed at it. */
@Component
class Scores {

    /** A stretch of time holds no more; of a longer one the latest are taken. */
    static final int MOST = 5000;

    private static final String LOOKS = """
            select a.id, a.starts_at, e.register, e.number, e.name, e.place, e.parent, coalesce(f.name, ''),
              coalesce(a.report #> array['values', :field], '[]')::text,
              (select count(*) from activity_finding d where d.activity_id = a.id),
              (select count(*) from activity_finding d join matter m on m.id = d.matter_id
                where d.activity_id = a.id and m.state = any(:right))
            from activity a
            join activity_person p on p.activity_id = a.id and p.who like 'entry:%' and p.standing <> 'withdrawn'
            join register_entry e on e.id = substr(p.who, 7)::bigint
            left join register_entry f on f.id = e.parent
            where a.kind = :kind and a.standing = 'reported' and a.starts_at >= :from and a.starts_at < :to and e.place like :place || '%'
            order by a.starts_at desc, a.id desc limit :most
            """;

    private static final String IDLE = """
            select f.name from register_entry f where f.register = any(:parents) and f.state = 'present' and f.place like :place || '%'
              and not exists (select 1 from register_entry e where e.parent = f.id and e.register = :register and e.state = 'present')
            order by f.place, f.number limit 50
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    Scores(JdbcClient database) {
        this.database = database;
    }

    /**
     * One look at one entry.
     *
     * @param force what the entry belongs to; "" for nothing
     * @param findings how many findings it had, and how many of them were put right and inspected again
     */
    record Look(
            long activity,
            Instant at,
            int number,
            String name,
            String place,
            @Nullable Long parent,
            String force,
            List<String> failed,
            int findings,
            int right) {}

    List<Look> looks(RoundRules rules, RoundRules.Sheet sheet, String place, LocalDate from, LocalDate to) {
        return database.sql(LOOKS)
                .param("field", sheet.field())
                .param("kind", rules.kind())
                .param("from", from.atStartOfDay(Formats.ZONE).toOffsetDateTime())
                .param("to", to.plusDays(1).atStartOfDay(Formats.ZONE).toOffsetDateTime())
                .param("place", place)
                .param("right", sheet.right().toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> look(row))
                .list();
    }

    /** Names of those, such as task forces, to which nothing belongs that could be looked at; fifty at most. */
    List<String> idle(Register register, String place) {
        return database.sql(IDLE)
                .param("parents", register.parents().toArray(String[]::new))
                .param("register", register.name())
                .param("place", place)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getString(8),
                JSON.readValue(row.getString(9), new TypeReference<List<String>>() {}),
                row.getInt(10),
                row.getInt(11));
    }
}
