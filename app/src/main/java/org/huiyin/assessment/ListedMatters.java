package org.huiyin.assessment;

import java.util.List;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters that stand on a list, newest first, those kept off the board among them: as many as its count says. */
@Component
class ListedMatters {

    private static final String PAGE = """
            select r.id from (
              (select s.id from unnest(:towns) t(town) cross join unnest(:lists) l(name) cross join lateral (
                select m.id from matter m where m.town = t.town and m.list = l.name and not m.confidential and m.programme = :programme
                  and m.id < :before order by m.id desc limit :limit) s
              order by s.id desc limit :limit)
              union all
              (select s.id from unnest(:lists) l(name) cross join lateral (
                select m.id from matter m where m.confidential and m.list = l.name and m.programme = :programme and m.town = any(:towns)
                  and m.id < :before order by m.id desc limit :limit) s
              order by s.id desc limit :limit)) r
            order by r.id desc limit :limit
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final MatterLookup lookup;

    ListedMatters(JdbcClient database, Organisation organisation, MatterLookup lookup) {
        this.database = database;
        this.organisation = organisation;
        this.lookup = lookup;
    }

    /** At most so many on any of these lists, behind a place of the list. */
    List<Cases.Case> page(Scope scope, List<String> lists, Cases.After after, int limit) {
        List<Long> ids = database.sql(PAGE)
                .param("programme", scope.programme())
                .param("towns", Stuck.towns(organisation, scope))
                .param("lists", lists.toArray(String[]::new))
                .param("before", after.equals(Cases.After.START) ? Long.MAX_VALUE : after.matter())
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
        var found = lookup.findAll(ids);
        return ids.stream().map(found::get).map(ListedMatters::row).toList();
    }

    private static Cases.Case row(Matter matter) {
        Integer lead = matter.lead();
        return new Cases.Case(
                matter.id(),
                0,
                lead == null ? 0 : lead,
                Counting.town(matter.place()),
                matter.category(),
                matter.raisedAt());
    }
}
