package org.huiyin.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens what is sealed in entries; every look is written down before anything is shown. */
@Component
public class Looks {

    private static final String NOTE = """
            insert into register_look (entry, account, post, unit, what, looked_at)
            select entry, :account, :post, :unit, :what, :now from unnest(:entries::bigint[]) u(entry)
            """;
    private static final String SEALED = """
            select f.entry, f.sealed from unnest(:entries::bigint[], :versions::integer[]) u(entry, version)
            join register_fact f on f.entry = u.entry and f.ordinal = u.version where f.sealed is not null
            """;
    private static final String OF = """
            select account, unit, what, looked_at from register_look where entry = :entry order by id desc limit :most
            """;

    private final JdbcClient database;
    private final Keyring keyring;
    private final InstantSource clock;

    Looks(JdbcClient database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** On what occasion somebody looked. */
    public enum What {
        CARD,
        LIST,
        EXPORT,
        PROGRAM;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A look, for those who keep the entry. */
    record Look(long account, int unit, String what, Instant at) {}

    /** The sealed fields of these entries, for somebody who may change them; it is written down that they looked. */
    public Map<Long, Map<String, Object>> open(Actor actor, Collection<Entry> entries, What what) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        note(actor, entries, what);
        Map<Long, Map<String, Object>> opened = new HashMap<>();
        database.sql(SEALED)
                .param("entries", entries.stream().map(Entry::id).toArray(Long[]::new))
                .param("versions", entries.stream().map(Entry::version).toArray(Integer[]::new))
                .query(row -> {
                    opened.put(row.getLong(1), Standing.open(keyring, row.getLong(1), row.getBytes(2)));
                });
        return opened;
    }

    /** Writes down that somebody looked at entries of a strictly private register. */
    public void note(Actor actor, Collection<Entry> entries, What what) {
        database.sql(NOTE)
                .param("entries", entries.stream().map(Entry::id).toArray(Long[]::new))
                .param("account", actor.account())
                .param("post", actor.post())
                .param("unit", actor.unit())
                .param("what", what.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest looks at an entry. */
    List<Look> of(long entry, int most) {
        return database.sql(OF)
                .param("entry", entry)
                .param("most", most)
                .query(Looks::look)
                .list();
    }

    private static Look look(ResultSet row, int n) throws SQLException {
        return new Look(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
