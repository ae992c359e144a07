package org.huiyin.key;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the posts a key can belong to, by the login or the name of who holds them. */
@Component
public class Owners {

    private static final int FOUND_AT_MOST = 20;

    private static final String SEARCH = """
            select account.id, post.id, account.login, person.name, post.title, post.unit_id
            from account join person on person.id = account.person_id join post on post.person_id = person.id
            where account.active and post.active and (account.login = lower(:words) or position(:words in person.name) > 0)
            order by account.login <> lower(:words), account.login, post.id limit :limit
            """;
    private static final String AT = """
            select account.id, post.id, account.login, person.name, post.title, post.unit_id
            from account join person on person.id = account.person_id join post on post.person_id = person.id
            where post.id = any(:posts)
            """;

    private final JdbcClient database;

    Owners(JdbcClient database) {
        this.database = database;
    }

    /** Open posts of people of that name or login. */
    public List<Owner> search(String words) {
        return words.isBlank()
                ? List.of()
                : database.sql(SEARCH)
                        .param("words", words.strip())
                        .param("limit", FOUND_AT_MOST)
                        .query((row, n) -> owner(row))
                        .list();
    }

    /** Who holds or held these posts, by post. */
    public Map<Long, Owner> at(List<Long> posts) {
        return database.sql(AT).param("posts", posts.toArray(Long[]::new)).query((row, n) -> owner(row)).list().stream()
                .collect(Collectors.toMap(Owner::post, one -> one));
    }

    private static Owner owner(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Owner(
                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getInt(6));
    }
}
