package org.huiyin.circuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Keeper;
import org.huiyin.evidence.MayReadKept;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was found at visits, and which matter it became. */
@Component
class Findings implements MayReadKept {

    /** The kind under which findings keep attachments. */
    static final String KIND = "circuit-finding";

    /** Two people who tap at once wait for each other, and the second finds the matter of the first. */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8312, :finding::integer))
            """;

    private static final String WRITE = """
            insert into circuit_finding (visit_id, title, detail, place, settled, account, post, found_at, key)
            values (:visit, :title, :detail, :place, :settled, :account, :post, :now, :key)
            on conflict (key) do nothing returning id
            """;
    private static final String WRITTEN = """
            select id from circuit_finding where key = :key
            """;
    private static final String ONE = """
            select f.id, f.visit_id, v.circuit_id, v.unit, f.title, f.detail, f.place, f.settled, f.found_at, f.token, f.matter_id
            from circuit_finding f join circuit_visit v on v.id = f.visit_id where f.id = :id
            """;
    private static final String OF_CIRCUIT = """
            select f.id, f.visit_id, v.circuit_id, v.unit, f.title, f.detail, f.place, f.settled, f.found_at, f.token, f.matter_id
            from circuit_finding f join circuit_visit v on v.id = f.visit_id where v.circuit_id = :circuit order by f.id
            """;
    private static final String OF_MATTER = """
            select f.id, f.visit_id, v.circuit_id, v.unit, f.title, f.detail, f.place, f.settled, f.found_at, f.token, f.matter_id
            from circuit_finding f join circuit_visit v on v.id = f.visit_id where f.matter_id = :matter
            """;
    private static final String SETTLE = """
            update circuit_finding set settled = :settled where id = :id and settled = '' and matter_id is null
            """;

    private final JdbcClient database;
    private final Attachments attachments;
    private final Visits visits;

    Findings(JdbcClient database, Attachments attachments, Visits visits) {
        this.database = database;
        this.attachments = attachments;
        this.visits = visits;
    }

    /** A finding as somebody wants to write it down. */
    record Wanted(String title, String detail, String place, String settled, List<String> photos, String key) {}

    /** Writes it down once, however often it is sent; returns its id. */
    @Transactional
    public long write(long visit, Actor actor, Wanted wanted, OffsetDateTime now) {
        Optional<Long> fresh = database.sql(WRITE)
                .param("visit", visit)
                .param("title", wanted.title())
                .param("detail", wanted.detail())
                .param("place", wanted.place())
                .param("settled", wanted.settled())
                .param("account", actor.account())
                .param("post", actor.post())
                .param("now", now)
                .param("key", actor.account() + ":" + wanted.key())
                .query(Long.class)
                .optional();
        fresh.ifPresent(id -> attachments.keep(new Keeper(KIND, id), wanted.photos()));
        return fresh.orElseGet(() -> database.sql(WRITTEN)
                .param("key", actor.account() + ":" + wanted.key())
                .query(Long.class)
                .single());
    }

    /** Says how it was put right on the spot; false when it was settled or raised already. */
    boolean settle(long id, String settled) {
        return database.sql(SETTLE).param("id", id).param("settled", settled).update() == 1;
    }

    Optional<Finding> find(long id) {
        return database.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
    }

    List<Finding> of(long circuit) {
        return database.sql(OF_CIRCUIT)
                .param("circuit", circuit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The finding a matter came from. */
    Optional<Finding> of(MatterNumber matter) {
        return database.sql(OF_MATTER)
                .param("matter", matter.id())
                .query((row, n) -> read(row))
                .optional();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        return find(id).filter(one -> visits.mayRead(actor, one.visit())).isPresent();
    }

    private static Finding read(ResultSet row) throws SQLException {
        long matter = row.getLong(11);
        MatterNumber number = row.wasNull() ? null : new MatterNumber(matter);
        return new Finding(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, UUID.class),
                number);
    }

    /** Within a transaction: whoever decides about the same finding waits. */
    void lock(long id) {
        database.sql(ONE_AT_A_TIME).param("finding", (int) id).query(Long.class).single();
    }
}
