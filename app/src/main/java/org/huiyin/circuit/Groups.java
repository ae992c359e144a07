package org.huiyin.circuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps groups, their members and their units. */
@Component
class Groups {

    private static final int MOST = 500;

    private static final String ALL = """
            select id, name, from_day, to_day from circuit_group order by to_day desc, id desc limit :most
            """;
    private static final String ONE = """
            select id, name, from_day, to_day from circuit_group where id = :id
            """;
    private static final String MEMBERS = """
            select m.group_id, m.post_id, coalesce(account.id, 0), person.name, post.unit_id, post.title, m.leader
            from circuit_member m join post on post.id = m.post_id join person on person.id = post.person_id
            left join account on account.person_id = person.id
            where m.group_id = any(:groups) order by m.leader desc, m.post_id
            """;
    private static final String UNITS = """
            select group_id, unit from circuit_unit where group_id = any(:groups) order by unit
            """;
    private static final String CREATE = """
            insert into circuit_group (name, from_day, to_day, account, post, unit, created_at)
            values (:name, :from, :to, :account, :post, :unit, :now) returning id
            """;
    private static final String CHANGE = """
            update circuit_group set name = :name, from_day = :from, to_day = :to where id = :id
            """;
    private static final String DROP_UNITS = """
            delete from circuit_unit where group_id = :id and unit <> all(:units)
            """;
    private static final String ADD_UNITS = """
            insert into circuit_unit (group_id, unit) select :id, unit from unnest(:units) wanted(unit) on conflict do nothing
            """;
    private static final String IN_USE = """
            select unit from circuit_stop s join circuit c on c.id = s.circuit_id where c.group_id = :id
            union select unit from circuit_visit v join circuit c on c.id = v.circuit_id where c.group_id = :id
            """;
    private static final String APPOINT = """
            insert into circuit_member (group_id, post_id, leader)
            select :group, post.id, not exists (select 1 from circuit_member where group_id = :group)
            from post where post.id = :post and post.active and post.role in ('DISPATCHER', 'HANDLER', 'UNIT_HEAD', 'SUPERVISOR')
            on conflict do nothing
            """;
    private static final String DISMISS = """
            delete from circuit_member where group_id = :group and post_id = :post and not leader
            """;
    private static final String NO_LEADER = """
            update circuit_member set leader = false where group_id = :group and leader
            """;
    private static final String LEADER = """
            update circuit_member set leader = true where group_id = :group and post_id = :post
            """;
    private static final String MEMBER_ANYWHERE = """
            select count(*) > 0 from circuit_member where post_id = :post
            """;
    private static final String CANDIDATES = """
            select post.id, 0, person.name, post.unit_id, post.title, false
            from post join person on person.id = post.person_id join unit on unit.id = post.unit_id
            join account on account.person_id = person.id and account.active
            where post.active and post.role in ('DISPATCHER', 'HANDLER', 'UNIT_HEAD', 'SUPERVISOR')
              and (person.name like '%' || :words || '%' or unit.id = any(:units) or account.login = :words)
              and not exists (select 1 from circuit_member m where m.group_id = :group and m.post_id = post.id)
            order by (person.name = :words) desc, unit.id, post.id limit 20
            """;

    private final JdbcClient database;

    Groups(JdbcClient database) {
        this.database = database;
    }

    private record Head(long id, String name, LocalDate from, LocalDate to) {}

    /** What is wanted of a group. */
    record Wanted(String name, LocalDate from, LocalDate to, Set<Integer> units) {}

    /** All of them, those that go on longest first. */
    List<Group> all() {
        return whole(database.sql(ALL)
                .param("most", MOST)
                .query((row, n) -> head(row))
                .list());
    }

    Optional<Group> find(long id) {
        return whole(database.sql(ONE)
                        .param("id", id)
                        .query((row, n) -> head(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether this post belongs to any group. */
    boolean member(Actor actor) {
        return database.sql(MEMBER_ANYWHERE)
                .param("post", actor.post())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public long create(Actor actor, Wanted wanted, OffsetDateTime now) {
        long id = database.sql(CREATE)
                .param("name", wanted.name())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("account", actor.account())
                .param("post", actor.post())
                .param("unit", actor.unit())
                .param("now", now.withOffsetSameInstant(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        units(id, wanted.units());
        return id;
    }

    @Transactional
    public void change(long id, Wanted wanted) {
        database.sql(CHANGE)
                .param("name", wanted.name())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("id", id)
                .update();
        units(id, wanted.units());
    }

    private void units(long id, Set<Integer> units) {
        Integer[] all = units.toArray(Integer[]::new);
        database.sql(DROP_UNITS).param("id", id).param("units", all).update();
        database.sql(ADD_UNITS).param("id", id).param("units", all).update();
    }

    /** The units that stand in a plan or were visited: a group goes on going round them. */
    Set<Integer> inUse(long id) {
        return Set.copyOf(
                database.sql(IN_USE).param("id", id).query(Integer.class).list());
    }

    /** Takes somebody in; the first leads. False when there is no such post, or it belongs to the group already. */
    boolean appoint(long group, long post) {
        return database.sql(APPOINT).param("group", group).param("post", post).update() == 1;
    }

    /** Lets somebody go; the leader only when somebody else leads. */
    boolean dismiss(long group, long post) {
        return database.sql(DISMISS).param("group", group).param("post", post).update() == 1;
    }

    @Transactional
    public boolean lead(long group, long post) {
        database.sql(NO_LEADER).param("group", group).update();
        if (database.sql(LEADER).param("group", group).param("post", post).update() != 1) {
            throw new IllegalStateException("Post " + post + " does not belong to group " + group);
        }
        return true;
    }

    /** People whose name or sign-in matches, or who are at one of the units, and who do not belong to the group yet. */
    List<Group.Member> candidates(long group, String words, List<Integer> units) {
        return words.isBlank()
                ? List.of()
                : database.sql(CANDIDATES)
                        .param("group", group)
                        .param("words", words.strip().replaceAll("[%_\\\\]", ""))
                        .param("units", units.toArray(Integer[]::new))
                        .query((row, n) -> member(row, 0))
                        .list();
    }

    private List<Group> whole(List<Head> heads) {
        Long[] ids = heads.stream().map(Head::id).toArray(Long[]::new);
        Map<Long, List<Group.Member>> members = new HashMap<>();
        database.sql(MEMBERS).param("groups", ids).query(row -> {
            members.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(member(row, 1));
        });
        Map<Long, Collection<Integer>> units = new HashMap<>();
        database.sql(UNITS).param("groups", ids).query(row -> {
            units.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getInt(2));
        });
        return heads.stream()
                .map(head -> new Group(
                        head.id(),
                        head.name(),
                        head.from(),
                        head.to(),
                        members.getOrDefault(head.id(), List.of()),
                        Set.copyOf(units.getOrDefault(head.id(), Set.of()))))
                .toList();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class));
    }

    private static Group.Member member(ResultSet row, int before) throws SQLException {
        return new Group.Member(
                row.getLong(before + 1),
                row.getLong(before + 2),
                row.getString(before + 3),
                row.getInt(before + 4),
                row.getString(before + 5),
                row.getBoolean(before + 6));
    }
}
