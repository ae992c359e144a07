package org.huiyin.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The objections to published rankings, as they are stored. */
@Component
class RankingObjections {

    private static final String ADD = """
            insert into ranking_objection (ranking_id, key, objection, raised_at, decide_by, post)
            values (:ranking, :key, :objection, :now, :decide_by, :post) on conflict (key) do nothing
            """;
    private static final String END = """
            insert into ranking_objection_end (objection_id, upheld, reasons, account, post, ended_at, republished)
            values (:id, :upheld, :reasons, :account, :post, :now, :republished)
            """;
    private static final String LIST = """
            select o.id, o.ranking_id, o.objection, o.raised_at, o.decide_by, o.post, p.unit_id, p.title, e.upheld, e.reasons, e.ended_at, e.republished
            from ranking_objection o join post p on p.id = o.post left join ranking_objection_end e on e.objection_id = o.id
            where (:ranking = 0 or o.ranking_id = :ranking or e.republished = :ranking) and (:id = 0 or o.id = :id)
              and (not :open or e.objection_id is null)
            order by o.id desc limit :limit
            """;
    private static final String OPEN = """
            select count(*) from ranking_objection o where not exists (select 1 from ranking_objection_end e where e.objection_id = o.id)
            """;
    private static final String DECIDER = """
            select p.id, p.unit_id, p.title from post p join account a on a.person_id = p.person_id and a.active
            where p.active and p.role = 'SUPERVISOR' and p.reach_everywhere
            order by (a.id = :publisher), p.id limit 1
            """;

    private final JdbcClient database;

    RankingObjections(JdbcClient database) {
        this.database = database;
    }

    /** Stores an objection; the same key stores it once. */
    void add(long ranking, String key, String objection, Instant now, Instant decideBy, RankingObjection.Post post) {
        database.sql(ADD)
                .param("ranking", ranking)
                .param("key", key)
                .param("objection", objection)
                .param("now", Exclusions.time(now))
                .param("decide_by", Exclusions.time(decideBy))
                .param("post", post.id())
                .update();
    }

    /** Ends an objection; false when it was decided before. */
    boolean end(long id, RankingObjection.Ended ended, Actor by) {
        try {
            database.sql(END)
                    .param("id", id)
                    .param("upheld", ended.upheld())
                    .param("reasons", ended.reasons())
                    .param("account", by.account())
                    .param("post", by.post())
                    .param("now", Exclusions.time(ended.at()))
                    .param("republished", ended.republished())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The objections to a ranking, and those it was published because of; the latest first. */
    List<RankingObjection> of(long ranking) {
        return list(ranking, 0, false, 200);
    }

    /** The latest to any ranking; those that are undecided only, when asked so. */
    List<RankingObjection> latest(boolean open, int limit) {
        return list(0, 0, open, limit);
    }

    Optional<RankingObjection> find(long id) {
        return list(0, id, false, 1).stream().findFirst();
    }

    int open() {
        return database.sql(OPEN).query(Integer.class).single();
    }

    /** A supervisor of the whole city; somebody else than who published the ranking, where there is one. */
    Optional<RankingObjection.Post> decider(long publisher) {
        return database.sql(DECIDER)
                .param("publisher", publisher)
                .query((row, n) -> new RankingObjection.Post(row.getLong(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    private List<RankingObjection> list(long ranking, long id, boolean open, int limit) {
        return database.sql(LIST)
                .param("ranking", ranking)
                .param("id", id)
                .param("open", open)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private static RankingObjection read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(11, OffsetDateTime.class);
        String reasons = row.getString(10);
        return new RankingObjection(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                new RankingObjection.Post(row.getLong(6), row.getInt(7), row.getString(8)),
                ended == null || reasons == null
                        ? null
                        : new RankingObjection.Ended(
                                row.getBoolean(9), reasons, ended.toInstant(), row.getObject(12, Long.class)));
    }
}
