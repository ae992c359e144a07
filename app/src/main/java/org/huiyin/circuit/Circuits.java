package org.huiyin.circuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rounds of groups and their plans. */
@Component
class Circuits {

    private static final String ONE = """
            select id, group_id, number, from_day, to_day, summary, closed_at from circuit where id = :id
            """;
    private static final String OF_GROUPS = """
            select id, group_id, number, from_day, to_day, summary, closed_at from circuit where group_id = any(:groups) order by group_id, number desc
            """;
    private static final String STOPS = """
            select circuit_id, unit, planned_on from circuit_stop where circuit_id = any(:circuits)
            """;
    private static final String HOLD = """
            select id from circuit_group where id = :group for update
            """;
    private static final String BEGIN = """
            insert into circuit (group_id, number, from_day, to_day, summary, account, post, created_at)
            select :group, coalesce(max(number), 0) + 1, :from, :to, '', :account, :post, :now from circuit where group_id = :group
            having count(*) filter (where from_day <= :to and to_day >= :from) = 0
            returning id
            """;
    private static final String DROP_STOPS = """
            delete from circuit_stop where circuit_id = :circuit and unit <> all(:units)
            """;
    private static final String PLAN = """
            insert into circuit_stop (circuit_id, unit, planned_on)
            select :circuit, unit, day from unnest(:units::int[], :days::date[]) wanted(unit, day)
            on conflict (circuit_id, unit) do update set planned_on = excluded.planned_on
            """;
    private static final String SUMMARISE = """
            update circuit set summary = :summary, closed_at = case when :closes then :now else closed_at end where id = :circuit and closed_at is null
            """;
    private static final String REOPEN = """
            update circuit set closed_at = null where id = :circuit and closed_at is not null
            """;
    /** Stops of open rounds whose day has come and which nobody has been to. */
    private static final String DUE = """
            select count(*) from circuit c join circuit_member m on m.group_id = c.group_id join circuit_stop s on s.circuit_id = c.id
            where m.post_id = :post and c.closed_at is null and s.planned_on <= :today
              and not exists (select 1 from circuit_visit v where v.circuit_id = c.id and v.unit = s.unit)
            """;

    private final JdbcClient database;

    Circuits(JdbcClient database) {
        this.database = database;
    }

    /** What a leader wants a round to be. */
    record Wanted(LocalDate from, LocalDate to, Map<Integer, LocalDate> plan) {}

    Optional<Circuit> find(long id) {
        return whole(database.sql(ONE)
                        .param("id", id)
                        .query((row, n) -> read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The rounds of these groups, newest first within each. */
    List<Circuit> of(Collection<Long> groups) {
        return whole(database.sql(OF_GROUPS)
                .param("groups", groups.toArray(Long[]::new))
                .query((row, n) -> read(row))
                .list());
    }

    /** Begins a round; empty when another one of the group has some of these days. */
    @Transactional
    public Optional<Long> begin(long group, Actor actor, Wanted wanted, OffsetDateTime now) {
        database.sql(HOLD).param("group", group).query(Long.class).single();
        Optional<Long> begun = database.sql(BEGIN)
                .param("group", group)
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("account", actor.account())
                .param("post", actor.post())
                .param("now", now)
                .query(Long.class)
                .optional();
        begun.ifPresent(circuit -> plan(circuit, wanted.plan()));
        return begun;
    }

    @Transactional
    public void plan(long circuit, Map<Integer, LocalDate> plan) {
        Integer[] units = plan.keySet().toArray(Integer[]::new);
        database.sql(DROP_STOPS).param("circuit", circuit).param("units", units).update();
        database.sql(PLAN)
                .param("circuit", circuit)
                .param("units", units)
                .param("days", plan.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    /** Keeps what the leader says of the round, and ends it if wanted; false when it had ended. */
    boolean summarise(long circuit, String summary, boolean closes, OffsetDateTime now) {
        return database.sql(SUMMARISE)
                        .param("circuit", circuit)
                        .param("summary", summary)
                        .param("closes", closes)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean reopen(long circuit) {
        return database.sql(REOPEN).param("circuit", circuit).update() == 1;
    }

    /** How many planned visits of this member's groups are due by that day. */
    int due(Actor actor, LocalDate today) {
        return database.sql(DUE)
                .param("post", actor.post())
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    private List<Circuit> whole(List<Circuit> bare) {
        Map<Long, Map<Integer, LocalDate>> plans = new HashMap<>();
        database.sql(STOPS)
                .param("circuits", bare.stream().map(Circuit::id).toArray(Long[]::new))
                .query(row -> {
                    plans.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                            .put(row.getInt(2), row.getObject(3, LocalDate.class));
                });
        return bare.stream()
                .map(one -> new Circuit(
                        one.id(),
                        one.group(),
                        one.number(),
                        one.from(),
                        one.to(),
                        plans.getOrDefault(one.id(), Map.of()),
                        one.summary(),
                        one.closedAt()))
                .toList();
    }

    private static Circuit read(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject(7, OffsetDateTime.class);
        return new Circuit(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                Map.of(),
                row.getString(6),
                closed == null ? null : closed.toInstant());
    }
}
