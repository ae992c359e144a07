package org.huiyin.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of colleagues, by account. Never asked about residents. */
@Component
class Names {

    private static final String OF = """
            select account.id, person.name
            from account join person on person.id = account.person_id
            where account.id = any(:accounts)
            """;

    private final JdbcClient database;

    Names(JdbcClient database) {
        this.database = database;
    }

    Map<Long, String> of(Collection<Long> accounts) {
        Map<Long, String> names = new HashMap<>();
        if (!accounts.isEmpty()) {
            database.sql(OF).param("accounts", accounts.toArray(Long[]::new)).query(row -> {
                names.put(row.getLong(1), row.getString(2));
            });
        }
        return names;
    }
}
