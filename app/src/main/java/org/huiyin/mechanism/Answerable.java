package org.huiyin.mechanism;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who answers for places: posts whose beat a place is, and people entered for it. */
@Component
class Answerable {

    private static final String POSTS = """
            select beat.code, person.name, post.title, post.unit_id, '' from unnest(:codes::text[]) beat(code)
            join post on post.reach_places @> array[beat.code] and post.active join person on person.id = post.person_id
            where post.role in ('GRID_WORKER', 'DISPATCHER', 'SUPERVISOR')
            order by beat.code, post.id limit 500
            """;
    private static final String ENTERED = """
            select place, name, class, unit, fields ->> 'phone' from register_entry
            where register = 'place-duties' and state = 'present' and place = any(:codes::text[]) order by place, class, number limit 500
            """;

    private final JdbcClient database;

    Answerable(JdbcClient database) {
        this.database = database;
    }

    /** @param duty the title of a post, or the kind of an entry */
    record Somebody(
            String place,
            String name,
            String duty,
            int unit,
            @Nullable String phone) {}

    List<Somebody> posts(List<String> codes) {
        return read(POSTS, codes);
    }

    List<Somebody> entered(List<String> codes) {
        return read(ENTERED, codes);
    }

    private List<Somebody> read(String sql, List<String> codes) {
        return database.sql(sql)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> new Somebody(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5)))
                .list();
    }
}
