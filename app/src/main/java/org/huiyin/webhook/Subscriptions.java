package org.huiyin.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.privacy.Keyring;
import org.huiyin.webhook.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions, and the keys their messages are signed with. */
@Component
class Subscriptions {

    /** How long after a rotation messages are signed with both keys. */
    static final Duration BOTH = Duration.ofHours(24);

    static final int MOST = 200;

    private static final String ALL = """
            select id, name, url, account, post, steps, programmes, units, state, made_at, failures, failing_since, resting_until
            from webhook where state <> 'removed' order by id limit 1000
            """;
    private static final String ONE = """
            select id, name, url, account, post, steps, programmes, units, state, made_at, failures, failing_since, resting_until
            from webhook where id = :id and state <> 'removed'
            """;
    private static final String ADD = """
            insert into webhook (name, url, account, post, steps, programmes, units, secret, made_at, made_by)
            select :name, :url, :account, :post, :steps, :programmes, :units, :secret, :now, :by
            where (select count(*) from webhook where state <> 'removed') < :most
            returning id
            """;
    private static final String ROTATE = """
            update webhook set former_secret = secret, former_until = :until, secret = :secret where id = :id
            """;
    private static final String TURN = """
            update webhook set state = :state, failures = 0, failing_since = null, resting_until = null where id = :id and state <> 'removed'
            """;
    private static final String SECRETS = """
            select secret, case when former_until > :now then former_secret end from webhook where id = :id
            """;
    private static final String CAME_THROUGH = """
            update webhook set failures = 0, failing_since = null, resting_until = null where id = :id and failures > 0
            """;
    private static final String FAILED = """
            update webhook set failures = failures + 1, failing_since = coalesce(failing_since, :now), resting_until = :rest where id = :id
            """;
    private static final String DISABLE = """
            update webhook set state = 'disabled' where id = :id and state = 'active'
            """;
    private static final String LEASE = """
            update webhook set leased_until = :until where id = :id and state = 'active' and (leased_until is null or leased_until < :now)
            """;
    private static final String GIVE_BACK = """
            update webhook set leased_until = null where id = :id
            """;

    private final JdbcClient database;
    private final Keyring keyring;
    private final InstantSource clock;

    Subscriptions(JdbcClient database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    List<Subscription> all() {
        return database.sql(ALL).query((row, n) -> read(row)).list();
    }

    Optional<Subscription> find(long id) {
        return database.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** Adds one; empty when there are too many. */
    Optional<Long> add(Subscription.Wanted wanted, long account, long post, Secret secret, String by) {
        return database.sql(ADD)
                .param("name", wanted.name())
                .param("url", wanted.url())
                .param("account", account)
                .param("post", post)
                .param("steps", wanted.steps().toArray(String[]::new))
                .param("programmes", wanted.programmes().toArray(String[]::new))
                .param("units", wanted.units().toArray(Integer[]::new))
                .param("secret", keyring.seal(secret.text(), "webhook"))
                .param("now", time(clock.instant()))
                .param("by", by)
                .param("most", MOST)
                .query(Long.class)
                .optional();
    }

    void rotate(long id, Secret secret) {
        database.sql(ROTATE)
                .param("id", id)
                .param("secret", keyring.seal(secret.text(), "webhook"))
                .param("until", time(clock.instant().plus(BOTH)))
                .update();
    }

    void turn(long id, State state) {
        database.sql(TURN).param("id", id).param("state", state.key()).update();
    }

    /** The keys to sign with now, the present one first. */
    List<Secret> secrets(long id) {
        return database.sql(SECRETS)
                .param("id", id)
                .param("now", time(clock.instant()))
                .query((row, n) -> {
                    byte[] former = row.getBytes(2);
                    Secret present = new Secret(keyring.open(row.getBytes(1), "webhook"));
                    return former == null
                            ? List.of(present)
                            : List.of(present, new Secret(keyring.open(former, "webhook")));
                })
                .single();
    }

    void cameThrough(long id) {
        database.sql(CAME_THROUGH).param("id", id).update();
    }

    /** @param rest until when no call is made at all; null when only this message waits */
    void failed(long id, @Nullable Instant rest) {
        database.sql(FAILED)
                .param("id", id)
                .param("now", time(clock.instant()))
                .param("rest", rest == null ? null : time(rest))
                .update();
    }

    /** True when it was active until now. */
    boolean disable(long id) {
        return database.sql(DISABLE).param("id", id).update() == 1;
    }

    /** One machine at a time calls a subscriber; false when another one does. */
    boolean lease(long id, Duration lasts) {
        Instant now = clock.instant();
        return database.sql(LEASE)
                        .param("id", id)
                        .param("now", time(now))
                        .param("until", time(now.plus(lasts)))
                        .update()
                == 1;
    }

    void giveBack(long id) {
        database.sql(GIVE_BACK).param("id", id).update();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                List.of((String[]) row.getArray(6).getArray()),
                List.of((String[]) row.getArray(7).getArray()),
                List.of((Integer[]) row.getArray(8).getArray()),
                State.of(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getInt(11),
                instant(row, 12),
                instant(row, 13));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
