package org.huiyin.translog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SHA-256 of attachments by their ids. What was asked for lately is remembered, for an attachment never changes. Thread-safe. */
final class FileDigests {

    private static final int REMEMBERED = 10_000;
    private static final String DIGESTS = """
            select a.id::text, a.sha256 from unnest(:ids::uuid[]) u(id) join attachment a on a.id = u.id
            """;

    private final JdbcClient database;
    private final Map<String, String> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    FileDigests(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Of those that are kept; others are left out. */
    Map<String, String> of(Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        synchronized (remembered) {
            for (String id : ids) {
                String digest = remembered.get(id);
                if (digest == null) {
                    unknown.add(id);
                } else {
                    found.put(id, digest);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, String> read = read(unknown);
            found.putAll(read);
            synchronized (remembered) {
                remembered.putAll(read);
            }
        }
        return found;
    }

    private Map<String, String> read(Set<String> ids) {
        Map<String, String> read = new HashMap<>();
        database.sql(DIGESTS).param("ids", ids.toArray(String[]::new)).query(row -> {
            read.put(row.getString(1), row.getString(2));
        });
        return read;
    }
}
