package org.huiyin.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sent under keys, and how it was answered. What is sent is noted before it is done, on whichever machine, so that it is done once; when
 * nobody knows what came of it, it is not done again.
 */
@Component
class Repeats {

    /** How long a key is remembered. */
    static final Duration KEPT = Duration.ofHours(24);

    /** What takes longer was broken off. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final JsonMapper JSON = new JsonMapper();

    private static final String BEGIN = """
            insert into api_repeat (name, print, begun_at) values (:name, :print, :now) on conflict (name) do nothing returning id
            """;
    private static final String KNOWN = """
            select id, print, begun_at, ended_at, status, sealed from api_repeat where name = :name
            """;
    private static final String KEEP = """
            update api_repeat set ended_at = :now, status = :status, sealed = :sealed where id = :id
            """;
    private static final String UNKNOWN = """
            update api_repeat set ended_at = :now where id = :id
            """;
    private static final String FORGET = """
            delete from api_repeat where id = :id
            """;
    private static final String SWEEP = """
            delete from api_repeat where begun_at < :before
            """;

    private final JdbcClient database;
    private final Keyring keyring;
    private final InstantSource clock;

    Repeats(JdbcClient database, Keyring keyring, InstantSource clock) {
        this.database = database;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Where something stands that is sent under a key. */
    sealed interface Standing {
        /** Nobody sent anything under it; now it is noted under this id. */
        record Fresh(long id) implements Standing {}

        record Done(Given answer) implements Standing {}

        /** It is being done. */
        record Running() implements Standing {}

        /** Whether it was done nobody knows. */
        record Unknown() implements Standing {}

        /** Something else was sent under it. */
        record Other() implements Standing {}
    }

    /**
     * An answer as it was given.
     *
     * @param type null for none
     * @param location null for none
     */
    record Given(
            int status, @Nullable String type, @Nullable String location, String body) {}

    private record Known(
            long id,
            byte[] print,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable Integer status,
            byte @Nullable [] sealed) {}

    /** Begins what a caller sends under a key, or says how it stands. {@code sent} is everything that counts about it. */
    Standing begin(String caller, String key, String sent) {
        byte[] name = keyring.hash("repeat:" + caller + "\n" + key);
        byte[] print = keyring.hash("repeat-sent:" + sent);
        Optional<Long> fresh = database.sql(BEGIN)
                .param("name", name)
                .param("print", print)
                .param("now", now())
                .query(Long.class)
                .optional();
        return fresh.<Standing>map(Standing.Fresh::new)
                .orElseGet(() -> database.sql(KNOWN)
                        .param("name", name)
                        .query((row, n) -> known(row))
                        .optional()
                        .map(known -> standing(known, print))
                        // refused and forgotten a moment ago
                        .orElseGet(Standing.Running::new));
    }

    private Standing standing(Known known, byte[] print) {
        byte[] sealed = known.sealed();
        if (!Arrays.equals(known.print(), print)) {
            return new Standing.Other();
        }
        if (sealed != null) {
            return new Standing.Done(JSON.readValue(keyring.open(sealed, owner(known.id())), Given.class));
        }
        boolean running = known.endedAt() == null
                && clock.instant().isBefore(known.begunAt().plus(LONGEST));
        return running ? new Standing.Running() : new Standing.Unknown();
    }

    void keep(long id, Given answer) {
        database.sql(KEEP)
                .param("id", id)
                .param("now", now())
                .param("status", answer.status())
                .param("sealed", keyring.seal(JSON.writeValueAsString(answer), owner(id)))
                .update();
    }

    void unknown(long id) {
        database.sql(UNKNOWN).param("id", id).param("now", now()).update();
    }

    /** It was refused, nothing was done: the key may be used for what is put right. */
    void forget(long id) {
        database.sql(FORGET).param("id", id).update();
    }

    @Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        database.sql(SWEEP)
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static String owner(long id) {
        return "repeat:" + id;
    }

    private static Known known(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(4, OffsetDateTime.class);
        return new Known(
                row.getLong(1),
                row.getBytes(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject(5, Integer.class),
                row.getBytes(6));
    }
}
