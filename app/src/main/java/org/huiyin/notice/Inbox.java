package org.huiyin.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reached one person, newest first. What is held for the morning is not there yet. */
@Component
class Inbox {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private static final String ROWS = """
            select m.id, m.kind, m.words, m.link, m.caused_at, m.deliver_at, m.read_at,
              (select count(*) from message held where held.within = m.id) as gathered
            from message m
            where m.account = :account and m.within is null and m.deliver_at <= :now and (m.deliver_at, m.id) < (:before, :before_id)
              and (not :unread or m.read_at is null)
            order by m.deliver_at desc, m.id desc limit :limit
            """;
    private static final String GATHERED = """
            select m.id, m.kind, m.words, m.link, m.caused_at, m.deliver_at, m.read_at, 0 as gathered
            from message m join message digest on digest.id = m.within
            where m.within = :digest and digest.account = :account and digest.deliver_at <= :now and m.id > :after
            order by m.id limit :limit
            """;
    private static final String ONE = """
            select m.id, m.kind, m.words, m.link, m.caused_at, m.deliver_at, m.read_at,
              (select count(*) from message held where held.within = m.id) as gathered
            from message m where m.id = :id and m.account = :account and m.deliver_at <= :now
            """;
    private static final String UNREAD = """
            select count(*) from (select 1 from message
              where account = :account and read_at is null and within is null and deliver_at <= :now limit :most) capped
            """;
    private static final String READ_ONE = """
            update message set read_at = :now where id = :id and account = :account and read_at is null and deliver_at <= :now
            """;
    private static final String READ_ALL = """
            update message set read_at = :now where account = :account and read_at is null and within is null and deliver_at <= :now
            """;

    private final JdbcClient database;

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /**
     * A message as it is stored.
     *
     * @param readAt null while it is unread
     * @param gathered how many a digest holds; 0 for any other
     */
    record Message(
            long id,
            String kind,
            List<String> words,
            String link,
            Instant causedAt,
            Instant deliveredAt,
            @Nullable Instant readAt,
            int gathered) {}

    /** Where a page ended. */
    record Before(Instant delivered, long id) {

        static final Before START = new Before(END, Long.MAX_VALUE);
    }

    List<Message> page(long account, boolean unread, Before before, int limit, Instant now) {
        return database.sql(ROWS)
                .param("account", account)
                .param("now", Messages.time(now))
                .param("unread", unread)
                .param("before", Messages.time(before.delivered()))
                .param("before_id", before.id())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** What a digest gathered, in the order in which it came about. */
    List<Message> gathered(long account, long digest, long after, int limit, Instant now) {
        return database.sql(GATHERED)
                .param("account", account)
                .param("digest", digest)
                .param("after", after)
                .param("now", Messages.time(now))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Message> find(long account, long id, Instant now) {
        return database.sql(ONE)
                .param("account", account)
                .param("id", id)
                .param("now", Messages.time(now))
                .query((row, n) -> read(row))
                .optional();
    }

    /** How many wait, at most so many. */
    int unread(long account, int most, Instant now) {
        return database.sql(UNREAD)
                .param("account", account)
                .param("now", Messages.time(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void read(long account, long id, Instant now) {
        database.sql(READ_ONE)
                .param("account", account)
                .param("id", id)
                .param("now", Messages.time(now))
                .update();
    }

    /** Returns how many were unread until now. */
    int readAll(long account, Instant now) {
        return database.sql(READ_ALL)
                .param("account", account)
                .param("now", Messages.time(now))
                .update();
    }

    static Message read(ResultSet row) throws SQLException {
        Array words = row.getArray(3);
        OffsetDateTime read = row.getObject(7, OffsetDateTime.class);
        return new Message(
                row.getLong(1),
                row.getString(2),
                List.of((String[]) words.getArray()),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant(),
                row.getInt(8));
    }
}
