package org.huiyin.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of activities within a reader's reach, and of those anybody may know of. */
@Component
class ActivityLists {

    private static final String WITHIN = """
            select a.id, a.kind, a.standing, a.title, a.unit, a.place, a.starts_at, a.ends_at, a.open, a.signed, a.waiting, a.present,
              cast(a.plan ->> 'seats' as integer), a.plan ->> 'where', a.version
            from activity a
            where a.starts_at >= :from and a.starts_at < :to and (a.starts_at, a.id) > (:after, :afterId)
              and (:kind = '' or a.kind = :kind)
              and (not :mine or a.post = :post
                or exists (select 1 from activity_person h where h.activity_id = a.id and h.who = :who and h.standing <> 'withdrawn'))
              and (a.open or a.post = :post
                or (a.kind <> all(:private) and (:everywhere or a.unit = any(:units)
                  or exists (select 1 from unnest(:places) reach(code) where a.place like reach.code || '%')))
                or (a.kind = any(:run) and (:everywhere or a.unit = any(:units)))
                or exists (select 1 from activity_person h where h.activity_id = a.id and h.who = :who))
            order by a.starts_at, a.id limit :limit
            """;
    private static final String OPEN = """
            select a.id, a.kind, a.standing, a.title, a.unit, a.place, a.starts_at, a.ends_at, a.open, a.signed, a.waiting, a.present,
              cast(a.plan ->> 'seats' as integer), a.plan ->> 'where', a.version
            from activity a
            where a.open and a.standing <> 'cancelled' and a.ends_at > :now and a.starts_at < :to and a.place like :place || '%'
            order by a.starts_at, a.id limit :limit
            """;
    private static final String OPEN_PAST = """
            select a.id, a.kind, a.standing, a.title, a.unit, a.place, a.starts_at, a.ends_at, a.open, a.signed, a.waiting, a.present,
              cast(a.plan ->> 'seats' as integer), a.plan ->> 'where', a.version
            from activity a
            where a.open and a.standing = 'reported' and a.ends_at <= :now and a.place like :place || '%'
            order by a.starts_at desc, a.id desc limit :limit
            """;
    private static final String OF_SOMEBODY = """
            select h.activity_id from activity_person h join activity a on a.id = h.activity_id
            where h.who = :who and h.standing <> 'withdrawn' order by a.starts_at desc, a.id desc limit :limit
            """;
    private static final String TODAY = """
            select count(*) from activity a where a.starts_at < :to and a.ends_at > :from and a.standing = 'planned'
              and exists (select 1 from activity_person h where h.activity_id = a.id and h.who = :who and h.standing <> 'withdrawn')
            """;

    private final JdbcClient database;
    private final Kinds kinds;

    ActivityLists(JdbcClient database, Kinds kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /** A row of a list. */
    record Row(
            long id,
            String kind,
            Activity.Standing standing,
            String title,
            int unit,
            String place,
            Instant starts,
            Instant ends,
            boolean open,
            int signed,
            int waiting,
            int present,
            @Nullable Integer seats,
            String where,
            int version) {}

    /** Where a page ended. */
    record After(Instant starts, long id) {

        static final After START = new After(Instant.EPOCH, 0);
    }

    /**
     * What is wanted.
     *
     * @param kind empty for all
     * @param mine only those the reader has to do with
     */
    record Wanted(Instant from, Instant to, String kind, boolean mine, After after, int limit) {}

    List<Row> within(Actor reader, Wanted wanted) {
        String[] hidden = kinds.newest().stream()
                .filter(kind -> kind.publicity() == Kind.Publicity.PRIVATE)
                .map(Kind::name)
                .toArray(String[]::new);
        String[] run = kinds.newest().stream()
                .filter(kind -> kind.plannedBy().contains(reader.role()))
                .map(Kind::name)
                .toArray(String[]::new);
        return database.sql(WITHIN)
                .param("from", ActivityRows.time(wanted.from()))
                .param("to", ActivityRows.time(wanted.to()))
                .param("after", ActivityRows.time(wanted.after().starts()))
                .param("afterId", wanted.after().id())
                .param("kind", wanted.kind())
                .param("mine", wanted.mine())
                .param("post", reader.post())
                .param("who", Who.post(reader.post()).toString())
                .param("private", hidden)
                .param("run", run)
                .param("everywhere", reader.reach().everywhere())
                .param("units", reader.reach().units().toArray(Integer[]::new))
                .param("places", reader.reach().places().toArray(String[]::new))
                .param("limit", wanted.limit())
                .query((row, n) -> row(row))
                .list();
    }

    /** What is still to come and open to anybody, the next first. */
    List<Row> open(String place, Instant now, Instant to, int limit) {
        return database.sql(OPEN)
                .param("place", place)
                .param("now", ActivityRows.time(now))
                .param("to", ActivityRows.time(to))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** What was open to anybody and told what came of it, the newest first. */
    List<Row> past(String place, Instant now, int limit) {
        return database.sql(OPEN_PAST)
                .param("place", place)
                .param("now", ActivityRows.time(now))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** How many somebody at this post has to do with in that time. */
    int mine(Actor reader, Instant from, Instant to) {
        return database.sql(TODAY)
                .param("from", ActivityRows.time(from))
                .param("to", ActivityRows.time(to))
                .param("who", Who.post(reader.post()).toString())
                .query(Integer.class)
                .single();
    }

    /** The newest that somebody has to do with. */
    List<Long> of(Who who, int limit) {
        return database.sql(OF_SOMEBODY)
                .param("who", who.toString())
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                Activities.word(Activity.Standing.class, row.getString(3)),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBoolean(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getObject(13, Integer.class),
                row.getString(14),
                row.getInt(15));
    }
}
