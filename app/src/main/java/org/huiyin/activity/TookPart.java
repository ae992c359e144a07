package org.huiyin.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.register.EntryFilter;
import org.huiyin.register.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Who of a register was there, once however often: a person who came to ten meetings took part as one did who came to a single one. */
@Component
class TookPart implements Participation {

    private static final String BY_PART = """
            select substring(e.place, 1, :length) part, count(distinct e.id) n
            from activity_presence p join register_entry e on e.id = split_part(p.who, ':', 2)::bigint
            where p.who like 'entry:%' and p.on_day between :since and :until and e.register = :register and e.place like :places
              and e.state <> 'void' and e.entered_on <= :until and (e.left_on is null or e.left_on > :until)
            group by 1
            """;
    private static final String HELD_BY_PART = """
            select substring(a.place, 1, :length) part, count(distinct a.id) n
            from activity_presence p join register_entry e on e.id = split_part(p.who, ':', 2)::bigint join activity a on a.id = p.activity_id
            where p.who like 'entry:%' and p.on_day between :since and :until and e.register = :register and a.place like :places
            group by 1
            """;
    private static final String PEOPLE = """
            select e.number, e.name, e.place, t.times, t.last
            from register_entry e cross join lateral (
              select count(distinct p.activity_id) times, max(p.on_day) last
              from activity_presence p where p.who = 'entry:' || e.id and p.on_day between :since and :until) t
            where e.register = :register and e.state <> 'void' and e.place like :places
              and e.entered_on <= :until and (e.left_on is null or e.left_on > :until)
              and (t.times > 0) = :came and (e.place, e.number) > (:afterPlace, :afterNumber)
            order by e.place, e.number limit :most
            """;
    private static final String HELD = """
            select a.id, a.kind, a.title, a.unit, a.place, min(p.on_day) on_day, count(distinct p.who) came
            from activity_presence p join register_entry e on e.id = split_part(p.who, ':', 2)::bigint join activity a on a.id = p.activity_id
            where p.who like 'entry:%' and p.on_day between :since and :until and e.register = :register and a.place like :places
              and a.id < :before
            group by a.id order by a.id desc limit :most
            """;

    private final JdbcClient database;
    private final Kinds kinds;

    TookPart(JdbcClient database, Kinds kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    private StatementSpec asked(String statement, Span span) {
        return database.sql(statement)
                .param("register", span.register())
                .param("places", span.exactly() ? span.place() : span.place() + "%")
                .param("since", span.since())
                .param("until", span.until());
    }

    @Override
    public Map<String, Long> byPart(Span span, int length) {
        return counted(BY_PART, span, length);
    }

    @Override
    public Map<String, Long> heldByPart(Span span, int length) {
        return counted(HELD_BY_PART, span, length);
    }

    private Map<String, Long> counted(String statement, Span span, int length) {
        Map<String, Long> parts = new HashMap<>();
        asked(statement, span).param("length", length).query(row -> {
            parts.put(row.getString("part"), row.getLong("n"));
        });
        return parts;
    }

    @Override
    public List<Person> people(Span span, boolean came, EntryFilter.@Nullable Row after, int most) {
        return asked(PEOPLE, span)
                .param("came", came)
                .param("afterPlace", after == null ? "" : after.place())
                .param("afterNumber", after == null ? 0 : after.number())
                .param("most", most)
                .query((row, n) -> new Person(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    @Override
    public List<Held> held(Span span, Actor reader, long before, int most) {
        return asked(HELD, span)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> {
                    String place = row.getString(5);
                    boolean within =
                            reader.reach().coversPlace(place) || reader.reach().coversUnit(row.getInt(4));
                    boolean open = within
                            && kinds.newest(row.getString(2))
                                    .filter(kind -> kind.publicity() != Kind.Publicity.PRIVATE)
                                    .isPresent();
                    return new Held(
                            row.getLong(1),
                            row.getString(3),
                            place,
                            row.getObject(6, LocalDate.class),
                            row.getInt(7),
                            open ? "/desk/activities/" + row.getLong(1) : "");
                })
                .list();
    }
}
