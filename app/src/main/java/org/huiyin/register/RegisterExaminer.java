package org.huiyin.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.springframework.stereotype.Component;

/** Proves that entries and their counts are what the facts say, and nothing else. */
@Component
class RegisterExaminer implements Examiner {

    /** The newest fact of each entry, and the state, first and last day that follow from all of its facts. */
    private static final String ENTRIES = """
            with folded as (
              select distinct on (entry) entry, ordinal, kind, on_day, place, unit, parent, account, name, class, fields, reason,
                max(on_day) filter (where kind in ('enter', 'return')) over (partition by entry) since,
                count(*) over (partition by entry) facts,
                bool_or(wrong_order) over (partition by entry) wrong_order
              from (
                select entry, ordinal, kind, on_day, place, unit, parent, account, name, class, fields, reason,
                  on_day < lag(on_day) over (partition by entry order by ordinal) wrong_order from register_fact) f
              order by entry, ordinal desc
            )
            select e.id, 'entry ' || e.register || ' ' || e.number || ' does not follow from its facts'
            from register_entry e left join folded f on f.entry = e.id
            where f.entry is null or f.ordinal <> e.version or f.facts <> e.version or coalesce(f.wrong_order, false)
              or (e.place, e.unit, e.name, e.class, e.fields, e.entered_on) is distinct from (f.place, f.unit, f.name, f.class, f.fields, f.since)
              or e.parent is distinct from f.parent or e.account is distinct from f.account
              or e.state <> case f.kind when 'exit' then 'left' when 'void' then 'void' else 'present' end
              or e.left_on is distinct from case f.kind when 'exit' then f.on_day end
              or e.left_why <> case f.kind when 'exit' then f.reason else '' end
            limit 100
            """;

    private static final String TALLIES = """
            with f as (
              select e.register, f.kind, f.on_day, f.place, f.unit, f.class, lag(f.place) over w was_place, lag(f.unit) over w was_unit,
                lag(f.class) over w was_class
              from register_fact f join register_entry e on e.id = f.entry where e.state <> 'void'
              window w as (partition by f.entry order by f.ordinal)
            ), moved as (
              select register, on_day, place, unit, class, was_place, was_unit, was_class from f
              where kind = 'change' and (place, unit, class) is distinct from (was_place, was_unit, was_class)
            ), said as (
              select register, place, unit, class, on_day, sum(came) came, sum(gone) gone from (
                select register, place, unit, class, on_day, 1 came, 0 gone from f where kind in ('enter', 'return')
                union all select register, place, unit, class, on_day, 1, 0 from moved
                union all select register, was_place, was_unit, was_class, on_day, 0, 1 from moved
                union all select register, place, unit, class, on_day, 0, 1 from f where kind = 'exit') one
              group by 1, 2, 3, 4, 5
            )
            select 0, 'tally ' || register || ' ' || place || ' ' || unit || ' ' || class || ' ' || on_day || ' says '
              || coalesce(t.came, 0) || ' came and ' || coalesce(t.gone, 0) || ' gone, the facts ' || coalesce(s.came, 0) || ' and ' || coalesce(s.gone, 0)
            from said s full join register_tally t using (register, place, unit, class, on_day)
            where (coalesce(t.came, 0), coalesce(t.gone, 0)) <> (coalesce(s.came, 0), coalesce(s.gone, 0)) limit 100
            """;
    private static final String PARENTS = """
            with recursive up(id, at, depth) as (
              select id, parent, 1 from register_entry where parent is not null and state = 'present'
              union all select up.id, e.parent, depth + 1 from up join register_entry e on e.id = up.at where e.parent is not null and depth < 50
            )
            select id, 'entry belongs to itself or to a chain without end' from up where depth >= 50 or at = id
            union
            select c.id, 'entry belongs to one that has left' from register_entry c join register_entry p on p.id = c.parent
            where c.state = 'present' and p.state <> 'present' limit 100
            """;

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        List<Difference> found = new ArrayList<>();
        for (String statement : List.of(ENTRIES, TALLIES, PARENTS)) {
            try (PreparedStatement asked = snapshot.prepareStatement(statement);
                    ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.add(new Difference("registers", rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return found;
    }
}
