package org.huiyin.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Staff;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whose sign-ins entries carry: by what people type, or, of residents, whose sign-in nobody can read again, as # and the account's number. */
@Component
class SignIns {

    private static final String OF = """
            select u.login, a.id from unnest(:logins::text[], :hashes::bytea[]) u(login, hash) join account a on a.login_hash = u.hash where a.active
            union all select '#' || id, id from account where id = any(:ids) and active
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    SignIns(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /** The accounts of those that there are. */
    Map<String, Long> of(List<String> logins) {
        Map<String, Long> found = new HashMap<>();
        if (!logins.isEmpty()) {
            Long[] numbered = logins.stream()
                    .filter(one -> one.matches("#[0-9]{1,18}"))
                    .map(one -> Long.valueOf(one.substring(1)))
                    .toArray(Long[]::new);
            database.sql(OF)
                    .param("logins", logins.toArray(String[]::new))
                    .param(
                            "hashes",
                            logins.stream().map(one -> Staff.hash(keyring, one)).toArray(byte[][]::new))
                    .param("ids", numbered)
                    .query(row -> {
                        found.put(row.getString(1), row.getLong(2));
                    });
        }
        return found;
    }
}
