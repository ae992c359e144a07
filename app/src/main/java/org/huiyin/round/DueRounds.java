package org.huiyin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.org.Reach;
import org.huiyin.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds which entries are due to be looked at again: so many days after somebody was last there, or after they were entered. */
@Component
class DueRounds {

    /** A page holds no more. */
    static final int MOST = 300;

    private static final String DUE = """
            select r.id, r.register, r.number, r.name, r.place, r.unit, r.parent, r.sort, r.last, r.due from (
              select e.id, e.register, e.number, e.name, e.place, e.unit, e.parent, coalesce(e.fields ->> :by, '') as sort, v.last,
                coalesce(v.last, e.entered_on) + coalesce(t.days, :otherwise) as due
              from register_entry e
              left join unnest(:sorts::text[], :days::integer[]) t(sort, days) on t.sort = coalesce(e.fields ->> :by, '')
              left join lateral (
                select max(p.on_day) as last from activity_presence p join activity a on a.id = p.activity_id and a.kind = :kind
                where p.who = 'entry:' || e.id) v on true
              where e.register = :register and e.state = 'present' and e.place like :place || '%'
                and (:parent::bigint is null or e.parent = :parent)
                and (:everywhere or e.unit = any(:units)
                  or exists (select 1 from unnest(:places::text[]) reach(code) where e.place like reach.code || '%'))) r
            where r.due <= :until
              and (not :untold or not exists (select from round_told t where t.kind = :kind and t.entry = r.id and t.due_on = r.due))
            order by r.due, r.place, r.number limit :most
            """;

    private final JdbcClient database;

    DueRounds(JdbcClient database) {
        this.database = database;
    }

    /**
     * An entry that is looked at again and again.
     *
     * @param last the day somebody was last there; null when nobody was yet
     */
    record Due(
            long id,
            String register,
            int number,
            String name,
            String place,
            int unit,
            @Nullable Long parent,
            String sort,
            @Nullable LocalDate last,
            LocalDate due) {}

    /**
     * Which.
     *
     * @param parent only those that belong to this entry; null for all
     * @param until only those that are due by then
     * @param untold only those of which nobody was told yet
     */
    record Wanted(
            RoundRules rules,
            Register register,
            Reach reach,
            String place,
            @Nullable Long parent,
            LocalDate until,
            boolean untold) {}

    List<Due> due(Wanted wanted, int most) {
        RoundRules rules = wanted.rules();
        return database.sql(DUE)
                .param("by", rules.by() == null ? "" : rules.by())
                .param("sorts", rules.every().keySet().toArray(String[]::new))
                .param("days", rules.every().values().toArray(Integer[]::new))
                .param("otherwise", rules.days(RoundRules.OTHERS))
                .param("kind", rules.kind())
                .param("register", wanted.register().name())
                .param("place", wanted.place())
                .param("parent", wanted.parent())
                .param("everywhere", wanted.reach().everywhere())
                .param("units", wanted.reach().units().toArray(Integer[]::new))
                .param("places", wanted.reach().places().toArray(String[]::new))
                .param("until", wanted.until())
                .param("untold", wanted.untold())
                .param("most", most)
                .query((row, n) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getObject(7, Long.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class));
    }
}
