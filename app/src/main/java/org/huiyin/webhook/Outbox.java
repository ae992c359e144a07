package org.huiyin.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages to subscribers: those that wait, and what came of the others. */
@Component
class Outbox {

    private static final String NEXT = """
            select d.id, d.event, d.matter_id, d.seq, d.caused_at, d.payload, d.state, d.attempts, d.next_at, d.tried_at, d.status, d.failure,
              d.took_ms, d.answer
            from webhook_message d
            where d.webhook_id = :webhook and d.state = 'waiting' and d.next_at <= :now
              and not exists (select 1 from webhook_message e
                where e.webhook_id = d.webhook_id and e.state = 'waiting' and e.matter_id = d.matter_id and e.id < d.id)
            order by d.id limit :limit
            """;
    private static final String LOG = """
            select id, event, matter_id, seq, caused_at, payload, state, attempts, next_at, tried_at, status, failure, took_ms, answer
            from webhook_message where webhook_id = :webhook and id < :before and (:state = '' or state = :state) order by id desc limit :limit
            """;
    private static final String TRIAL = """
            insert into webhook_message (webhook_id, event, matter_id, seq, caused_at, next_at) values (:webhook, :event, 0, 0, :now, :now)
            """;
    private static final String PAYLOAD = """
            update webhook_message set payload = :payload where id = :id
            """;
    private static final String CAME = """
            update webhook_message set state = :state, attempts = attempts + 1, next_at = :next, tried_at = :now, status = :status,
              failure = :failure, took_ms = :took, answer = :answer
            where id = :id
            """;
    private static final String WITHHOLD = """
            update webhook_message set state = 'withheld', tried_at = :now where id = :id
            """;
    private static final String AGAIN = """
            update webhook_message set state = 'waiting', attempts = 0, next_at = :now where id = :id and webhook_id = :webhook and state <> 'waiting'
            """;
    private static final String DUE = """
            update webhook_message set next_at = :now where webhook_id = :webhook and state = 'waiting' and next_at > :now
            """;
    private static final String FORGET = """
            delete from webhook_message where state <> 'waiting' and caused_at < :before
            """;

    private final JdbcClient database;

    Outbox(JdbcClient database) {
        this.database = database;
    }

    /**
     * A message.
     *
     * @param matter 0 for a trial
     * @param payload null until it was sent first
     * @param failure why it did not come through; null when it did or was never tried
     */
    record Message(
            long id,
            String event,
            long matter,
            int seq,
            Instant causedAt,
            @Nullable String payload,
            State state,
            int attempts,
            Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Integer tookMillis,
            @Nullable String answer) {

        /** The id receivers know it by; the same however often it is sent. */
        String name() {
            return "msg_" + id;
        }
    }

    /** What became of a message. */
    enum State {
        WAITING,
        DELIVERED,
        /** It was tried for days in vain. */
        GIVEN_UP,
        /** Its owner may no longer read the matter. */
        WITHHELD;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** What came of a try. */
    record Came(
            State state,
            Instant next,
            @Nullable Integer status,
            @Nullable String failure,
            Duration took,
            @Nullable String answer) {}

    /** The messages that may be sent now: of each matter the oldest that waits, so that none overtakes another. */
    List<Message> next(long webhook, Instant now, int limit) {
        return database.sql(NEXT)
                .param("webhook", webhook)
                .param("now", Subscriptions.time(now))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The newest first. */
    List<Message> log(long webhook, long before, String state, int limit) {
        return database.sql(LOG)
                .param("webhook", webhook)
                .param("before", before)
                .param("state", state)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    void trial(long webhook, Instant now) {
        database.sql(TRIAL)
                .param("webhook", webhook)
                .param("event", "webhook.trial")
                .param("now", Subscriptions.time(now))
                .update();
    }

    void payload(long id, String payload) {
        database.sql(PAYLOAD).param("id", id).param("payload", payload).update();
    }

    void came(long id, Came came, Instant now) {
        database.sql(CAME)
                .param("id", id)
                .param("state", came.state().key())
                .param("next", Subscriptions.time(came.next()))
                .param("now", Subscriptions.time(now))
                .param("status", came.status())
                .param("failure", came.failure())
                .param("took", (int) came.took().toMillis())
                .param("answer", came.answer())
                .update();
    }

    void withhold(long id, Instant now) {
        database.sql(WITHHOLD)
                .param("id", id)
                .param("now", Subscriptions.time(now))
                .update();
    }

    /** Sends a message again, under the same id and with the same words; false when it waits already or is none of this subscription's. */
    boolean again(long webhook, long id, Instant now) {
        return database.sql(AGAIN)
                        .param("id", id)
                        .param("webhook", webhook)
                        .param("now", Subscriptions.time(now))
                        .update()
                == 1;
    }

    /** Lets everything that waits be sent now. */
    void due(long webhook, Instant now) {
        database.sql(DUE)
                .param("webhook", webhook)
                .param("now", Subscriptions.time(now))
                .update();
    }

    int forget(Instant before) {
        return database.sql(FORGET).param("before", Subscriptions.time(before)).update();
    }

    private static Message read(ResultSet row) throws SQLException {
        OffsetDateTime caused = row.getObject(5, OffsetDateTime.class);
        return new Message(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getInt(4),
                caused.toInstant(),
                row.getString(6),
                State.of(row.getString(7)),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                Subscriptions.instant(row, 10),
                Optional.ofNullable(row.getObject(11, Integer.class)).orElse(null),
                row.getString(12),
                Optional.ofNullable(row.getObject(13, Integer.class)).orElse(null),
                row.getString(14));
    }
}
