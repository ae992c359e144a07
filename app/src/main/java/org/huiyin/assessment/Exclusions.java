package org.huiyin.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.assessment.Exclusion.Act;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.org.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The exclusions and what was done about them, as rows that are only ever added. */
@Component
class Exclusions {

    private static final String IN = """
            select id, matter_id, programme, unit, period, from_at, until_at, class, reason, evidence
            from exclusion where programme = :programme and from_at < :until and until_at > :from order by id
            """;
    private static final String ONE = """
            select id, matter_id, programme, unit, period, from_at, until_at, class, reason, evidence from exclusion where id = :id
            """;
    private static final String ACTS = """
            select exclusion_id, act, account, post, unit, note, at from exclusion_act
            where exclusion_id = any(:ids::bigint[]) order by exclusion_id, seq
            """;
    private static final String ASK = """
            insert into exclusion (matter_id, programme, unit, period, from_at, until_at, class, reason, evidence)
            values (:matter, :programme, :unit, :period, :from, :until, :class, :reason, :evidence) returning id
            """;
    private static final String ADD = """
            insert into exclusion_act (exclusion_id, seq, act, account, post, unit, note, at)
            values (:id, :seq, :act, :account, :post, :unit, :note, :at)
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Exclusions(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Those that touch a time, with everything done about them so far. */
    List<Exclusion> touching(String programme, Instant from, Instant until) {
        List<Exclusion> found = database.sql(IN)
                .param("programme", programme)
                .param("from", time(from))
                .param("until", time(until))
                .query((row, n) -> read(row))
                .list();
        return withActs(found);
    }

    Optional<Exclusion> find(long id) {
        return withActs(database.sql(ONE)
                        .param("id", id)
                        .query((row, n) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Files a request; empty when the matter was asked to be left out of these figures before. */
    Optional<Long> ask(Exclusion wanted) {
        try {
            return Optional.ofNullable(transaction.execute(status -> {
                long id = database.sql(ASK)
                        .param("matter", wanted.matter())
                        .param("programme", wanted.programme())
                        .param("unit", wanted.unit())
                        .param("period", wanted.period())
                        .param("from", time(wanted.from()))
                        .param("until", time(wanted.until()))
                        .param("class", wanted.kind())
                        .param("reason", wanted.reason())
                        .param("evidence", wanted.evidence())
                        .query(Long.class)
                        .single();
                add(id, 1, wanted.acts().getFirst());
                return id;
            }));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Adds what was done; false when somebody else did something first. */
    boolean act(Exclusion exclusion, Kind kind, Actor actor, String note, Instant at) {
        try {
            add(
                    exclusion.id(),
                    exclusion.acts().size() + 1,
                    new Act(kind, actor.account(), actor.post(), actor.unit(), note, at));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void add(long id, int seq, Act act) {
        database.sql(ADD)
                .param("id", id)
                .param("seq", seq)
                .param("act", act.kind().key())
                .param("account", act.account())
                .param("post", act.post())
                .param("unit", act.unit())
                .param("note", act.note())
                .param("at", time(act.at()))
                .update();
    }

    private List<Exclusion> withActs(List<Exclusion> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<Long, List<Act>> acts = new LinkedHashMap<>();
        database.sql(ACTS)
                .param("ids", found.stream().map(Exclusion::id).toArray(Long[]::new))
                .query(row -> {
                    acts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(readAct(row));
                });
        return found.stream()
                .map(one -> new Exclusion(
                        one.id(),
                        one.matter(),
                        one.programme(),
                        one.unit(),
                        one.period(),
                        one.from(),
                        one.until(),
                        one.kind(),
                        one.reason(),
                        one.evidence(),
                        List.copyOf(acts.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    private static Exclusion read(ResultSet row) throws SQLException {
        return new Exclusion(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                List.of());
    }

    private static Act readAct(ResultSet row) throws SQLException {
        return new Act(
                Kind.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
