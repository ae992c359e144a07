package org.huiyin.raiser;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What raisers asked to be erased and what staff decided, and which matters are held. */
@Component
class ErasureRequests {

    private static final String ASK = """
            insert into erasure_request (matter_id, asked_at) values (:matter, :now) on conflict (matter_id) do update
            set asked_at = excluded.asked_at, decided_at = null, granted = null, account = null, unit = null, reason = null
            where not erasure_request.granted
            """;
    private static final String OF = """
            select e.matter_id, e.asked_at, e.decided_at, e.granted, e.unit, e.reason, a.anonymised_at
            from (select :matter::bigint as matter_id) asked
            left join erasure_request e on e.matter_id = asked.matter_id left join anonymised a on a.matter_id = asked.matter_id
            """;
    private static final String OPEN = """
            select matter_id, asked_at, decided_at, granted, unit, reason, null::timestamptz from erasure_request
            where decided_at is null order by asked_at limit 200
            """;
    private static final String DECIDE = """
            update erasure_request set decided_at = :now, granted = :granted, account = :account, unit = :unit, reason = :reason
            where matter_id = :matter and decided_at is null
            """;
    private static final String HOLD = """
            insert into retention_hold (matter_id, reason, account, unit, since) values (:matter, :reason, :account, :unit, :now)
            on conflict (matter_id) where lifted_at is null do nothing
            """;
    private static final String LIFT = """
            update retention_hold set lifted_at = :now where matter_id = :matter and lifted_at is null
            """;
    private static final String HOLDS = """
            select matter_id, reason, unit, since from retention_hold where lifted_at is null order by since limit 200
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    ErasureRequests(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request and what came of it.
     *
     * @param askedAt null when nobody asked
     * @param anonymisedAt null while the matter is whole
     */
    record Request(
            long matter,
            @Nullable Instant askedAt,
            @Nullable Instant decidedAt,
            boolean granted,
            int unit,
            @Nullable String reason,
            @Nullable Instant anonymisedAt) {}

    /** A matter that is kept whole. */
    record Hold(long matter, String reason, int unit, Instant since) {}

    /** Asks, or asks again after a refusal. */
    void ask(long matter) {
        database.sql(ASK).param("matter", matter).param("now", now()).update();
    }

    Request of(long matter) {
        return database.sql(OF)
                .param("matter", matter)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow();
    }

    List<Request> open() {
        return database.sql(OPEN).query((row, n) -> read(row)).list();
    }

    /** Whether it was still to be decided. */
    boolean decide(long matter, boolean granted, String reason, Actor by) {
        return database.sql(DECIDE)
                        .param("matter", matter)
                        .param("granted", granted)
                        .param("reason", reason)
                        .param("account", by.account())
                        .param("unit", by.unit())
                        .param("now", now())
                        .update()
                == 1;
    }

    void hold(long matter, String reason, Actor by) {
        database.sql(HOLD)
                .param("matter", matter)
                .param("reason", reason)
                .param("account", by.account())
                .param("unit", by.unit())
                .param("now", now())
                .update();
    }

    void lift(long matter) {
        database.sql(LIFT).param("matter", matter).param("now", now()).update();
    }

    List<Hold> holds() {
        return database.sql(HOLDS)
                .query((row, n) -> new Hold(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Request read(ResultSet row) throws SQLException {
        return new Request(
                row.getLong(1),
                instant(row, 2),
                instant(row, 3),
                row.getBoolean(4),
                row.getInt(5),
                row.getString(6),
                instant(row, 7));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
