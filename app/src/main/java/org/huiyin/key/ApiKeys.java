package org.huiyin.key;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that were made. None is ever removed: what was done with it stays explained. */
@Component
public class ApiKeys {

    /** The longest a key may live. */
    public static final int MOST_DAYS = 1096;

    private static final String ALL = """
            select id, name, account, post, scopes, per_minute, made_at, made_by, expires_at, revoked_at, last_used_at
            from api_key order by (revoked_at is not null), made_at desc, id limit 500
            """;
    private static final String ONE = """
            select id, name, account, post, scopes, per_minute, made_at, made_by, expires_at, revoked_at, last_used_at, secret_hash
            from api_key where id = :id
            """;
    private static final String ADD = """
            insert into api_key (id, name, secret_hash, account, post, scopes, per_minute, made_at, made_by, expires_at, form)
            values (:id, :name, :hash, :account, :post, :scopes, :per_minute, :now, :by, :expires, :form)
            on conflict (form) do nothing
            """;
    private static final String REVOKE = """
            update api_key set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null
            """;
    private static final String USED = """
            update api_key set last_used_at = :now where id = :id and (last_used_at is null or last_used_at < :before)
            """;
    private static final Duration TOLD = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final InstantSource clock;

    ApiKeys(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A key somebody wants.
     *
     * @param form the form it is asked for with; null when there is none
     */
    public record Wanted(
            String name,
            Owner owner,
            Set<Scope> scopes,
            @Nullable Integer perMinute,
            Duration lasts,
            @Nullable UUID form) {}

    record Kept(ApiKey key, byte[] hash) {}

    /** Makes a key and returns it, the only time it is seen. Empty when this form has made one before. */
    public Optional<String> make(Wanted wanted, String by) {
        KeySecret secret = KeySecret.fresh();
        Instant now = clock.instant();
        int added = database.sql(ADD)
                .param("id", secret.id())
                .param("name", wanted.name())
                .param("hash", secret.hash())
                .param("account", wanted.owner().account())
                .param("post", wanted.owner().post())
                .param("scopes", wanted.scopes().stream().map(Scope::key).toArray(String[]::new))
                .param("per_minute", wanted.perMinute())
                .param("now", time(now))
                .param("by", by)
                .param("expires", time(now.plus(wanted.lasts())))
                .param("form", wanted.form())
                .update();
        return added == 0 ? Optional.empty() : Optional.of(secret.text());
    }

    /** All keys, the valid ones first, the newest on top. */
    public List<ApiKey> all() {
        return database.sql(ALL).query((row, n) -> read(row)).list();
    }

    Optional<Kept> find(String id) {
        return database.sql(ONE)
                .param("id", id)
                .query((row, n) -> new Kept(read(row), row.getBytes(12)))
                .optional();
    }

    /** Ends a key for good; false when there is none to end. */
    public boolean revoke(String id, String by) {
        return database.sql(REVOKE)
                        .param("id", id)
                        .param("by", by)
                        .param("now", time(clock.instant()))
                        .update()
                == 1;
    }

    void used(ApiKey key) {
        Instant now = clock.instant();
        Instant last = key.lastUsedAt();
        if (last == null || last.isBefore(now.minus(TOLD))) {
            database.sql(USED)
                    .param("id", key.id())
                    .param("now", time(now))
                    .param("before", time(now.minus(TOLD)))
                    .update();
        }
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        int perMinute = row.getInt(6);
        boolean usual = row.wasNull();
        return new ApiKey(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                scopes(row.getArray(5)),
                usual ? null : perMinute,
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                instant(row, 10),
                instant(row, 11));
    }

    /** A scope that a later version no longer knows gives nothing. */
    private static Set<Scope> scopes(Array written) throws SQLException {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) written.getArray())
                .flatMap(key -> Scope.of(key).stream())
                .forEach(scopes::add);
        return scopes;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
