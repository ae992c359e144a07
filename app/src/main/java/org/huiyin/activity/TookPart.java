package org.huiyin.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.register.Participation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a register was there, once however often: a person who came to ten meetings took part as one did who came to a single one. */
@Component
class TookPart implements Participation {

    private static final String BY_PART = """
            select substring(e.place, 1, :length) part, count(distinct e.id) n
            from activity_presence p join register_entry e on e.id = split_part(p.who, ':', 2)::bigint
            where p.who like 'entry:%' and p.on_day between :since and :until and e.register = :register and e.place like :place || '%'
            group by 1
            """;

    private final JdbcClient database;

    TookPart(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Long> byPart(String register, String place, int length, LocalDate since, LocalDate until) {
        Map<String, Long> parts = new HashMap<>();
        database.sql(BY_PART)
                .param("register", register)
                .param("place", place)
                .param("length", length)
                .param("since", since)
                .param("until", until)
                .query(row -> {
                    parts.put(row.getString("part"), row.getLong("n"));
                });
        return parts;
    }
}
