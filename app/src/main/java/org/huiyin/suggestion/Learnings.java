package org.huiyin.suggestion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every time a city's model was learned anew, and what came of it. One at a time for a programme, whatever number of machines there is. */
@Component
class Learnings {

    private static final String BEGIN = """
            insert into suggestion_learning (key, programme, begun_at, begun_by) values (:key, :programme, :at, :by)
            on conflict do nothing returning id
            """;
    private static final String END = """
            update suggestion_learning set ended_at = :at, outcome = :outcome, told = :told, model = :model where id = :id and ended_at is null
            """;
    private static final String BREAK_OFF = """
            update suggestion_learning set ended_at = :at, outcome = 'broken-off', key = key || ' ' || id where ended_at is null and begun_at < :before
            """;
    /** By the database's clock, so that machines whose clocks differ judge alike. */
    private static final String TAKE_OVER = """
            update suggestion_learning set ended_at = greatest(begun_at, :at), outcome = 'broken-off', key = key || ' ' || id
            where ended_at is null and seen_at < now() - interval '2 minutes'
            """;

    private static final String SEEN = """
            update suggestion_learning set seen_at = now() where id = :id and ended_at is null
            """;
    private static final String GIVE_UP = """
            update suggestion_learning set ended_at = :at, outcome = 'broken-off', key = key || ' ' || id where ended_at is null and id = :id
            """;
    private static final String FIND = """
            select id, key, programme, begun_at, begun_by, ended_at, outcome, told, model from suggestion_learning where id = :id
            """;
    private static final String NEWEST = """
            select id, key, programme, begun_at, begun_by, ended_at, outcome, told, model from suggestion_learning order by id desc limit :most
            """;

    private final JdbcClient database;

    Learnings(JdbcClient database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param by the person who asked for it; empty for the night's
     * @param outcome null while it goes on
     * @param told a sentence about what went wrong; empty when nothing did
     */
    record Row(
            long id,
            String key,
            String programme,
            Instant begunAt,
            String by,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            String told,
            @Nullable Long model) {}

    /** Begins one; empty when that one was begun before or another of the programme goes on. What died in the middle holds nobody up. */
    Optional<Long> begin(String key, String programme, Instant at, String by) {
        database.sql(TAKE_OVER).param("at", Models.time(at)).update();
        return database.sql(BEGIN)
                .param("key", key)
                .param("programme", programme)
                .param("at", Models.time(at))
                .param("by", by)
                .query(Long.class)
                .optional();
    }

    /** Ends one that goes on; who comes later changes nothing and is told so. */
    boolean end(long id, Instant at, String outcome, String told, @Nullable Long model) {
        return database.sql(END)
                        .param("id", id)
                        .param("at", Models.time(at))
                        .param("outcome", outcome)
                        .param("told", told)
                        .param("model", model)
                        .update()
                == 1;
    }

    /** Says that one goes on, to be said more often than every two minutes. */
    void seen(long id) {
        database.sql(SEEN).param("id", id).update();
    }

    /** Ends one because the service stops; its night is free for another. */
    void giveUp(long id, Instant at) {
        database.sql(GIVE_UP).param("id", id).param("at", Models.time(at)).update();
    }

    /** Ends what went on when its machine went off. */
    void breakOff(Instant at, Instant before) {
        database.sql(BREAK_OFF)
                .param("at", Models.time(at))
                .param("before", Models.time(before))
                .update();
    }

    Optional<Row> find(long id) {
        return database.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    List<Row> newest(int most) {
        return database.sql(NEWEST)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime ended = row.getObject(6, OffsetDateTime.class);
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                ended == null ? null : ended.toInstant(),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Long.class));
    }
}
