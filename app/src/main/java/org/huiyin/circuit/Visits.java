package org.huiyin.circuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Keeper;
import org.huiyin.evidence.MayReadKept;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what groups wrote down of their visits, with the photos they took. */
@Component
class Visits implements MayReadKept {

    /** The kind under which visits keep attachments. */
    static final String KIND = "circuit-visit";

    private static final String WRITE = """
            insert into circuit_visit (circuit_id, unit, visited_on, people, notes, account, post, recorded_at, key)
            values (:circuit, :unit, :on, :people, :notes, :account, :post, :now, :key)
            on conflict (key) do nothing returning id
            """;
    private static final String WRITTEN = """
            select id from circuit_visit where key = :key
            """;
    private static final String VISITORS = """
            insert into circuit_visitor (visit_id, post_id) select :visit, post from unnest(:posts) went(post)
            """;
    private static final String ONE = """
            select v.id, v.circuit_id, v.unit, v.visited_on, v.people, v.notes,
              array(select p.name from circuit_visitor w join post on post.id = w.post_id join person p on p.id = post.person_id
                where w.visit_id = v.id order by w.post_id), person.name, v.recorded_at
            from circuit_visit v left join account on account.id = v.account left join person on person.id = account.person_id
            where v.id = :id
            """;
    private static final String OF_CIRCUIT = """
            select v.id, v.circuit_id, v.unit, v.visited_on, v.people, v.notes,
              array(select p.name from circuit_visitor w join post on post.id = w.post_id join person p on p.id = post.person_id
                where w.visit_id = v.id order by w.post_id), person.name, v.recorded_at
            from circuit_visit v left join account on account.id = v.account left join person on person.id = account.person_id
            where v.circuit_id = :circuit order by v.visited_on, v.id
            """;
    private static final String GROUP = """
            select c.group_id from circuit_visit v join circuit c on c.id = v.circuit_id where v.id = :id
            """;

    private final JdbcClient database;
    private final Attachments attachments;
    private final Groups groups;
    private final Access access;

    Visits(JdbcClient database, Attachments attachments, Groups groups, Access access) {
        this.database = database;
        this.attachments = attachments;
        this.groups = groups;
        this.access = access;
    }

    /** A visit as somebody wants to write it down. */
    record Wanted(
            int unit, LocalDate on, String people, String notes, Set<Long> visitors, List<String> photos, String key) {}

    /** Writes it down once, however often it is sent; returns its id. */
    @Transactional
    public long write(long circuit, Actor actor, Wanted wanted, OffsetDateTime now) {
        Optional<Long> fresh = database.sql(WRITE)
                .param("circuit", circuit)
                .param("unit", wanted.unit())
                .param("on", wanted.on())
                .param("people", wanted.people())
                .param("notes", wanted.notes())
                .param("account", actor.account())
                .param("post", actor.post())
                .param("now", now)
                .param("key", actor.account() + ":" + wanted.key())
                .query(Long.class)
                .optional();
        if (fresh.isEmpty()) {
            return database.sql(WRITTEN)
                    .param("key", actor.account() + ":" + wanted.key())
                    .query(Long.class)
                    .single();
        }
        database.sql(VISITORS)
                .param("visit", fresh.get())
                .param("posts", wanted.visitors().toArray(Long[]::new))
                .update();
        attachments.keep(new Keeper(KIND, fresh.get()), wanted.photos());
        return fresh.get();
    }

    Optional<Visited> find(long id) {
        return database.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
    }

    List<Visited> of(long circuit) {
        return database.sql(OF_CIRCUIT)
                .param("circuit", circuit)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Actor actor, long id) {
        return database.sql(GROUP)
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(groups::find)
                .filter(group -> access.maySee(actor, group))
                .isPresent();
    }

    private static Visited read(ResultSet row) throws SQLException {
        return new Visited(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                List.of((String[]) row.getArray(7).getArray()),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
