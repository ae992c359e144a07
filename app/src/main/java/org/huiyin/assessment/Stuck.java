package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters that do not get on and are not kept off the board: those that stand longest, and those that went back most often. */
@Component
class Stuck {

    private static final String OLDEST = """
            select r.id from unnest(:towns) t(town) cross join unnest(:lists) l(name) cross join lateral (
              select m.id from matter m where m.town = t.town and m.list = l.name and not m.confidential and m.programme = :programme
              order by m.id limit :limit) r
            order by r.id limit :limit
            """;
    private static final String OFTEN = """
            select counted.matter_id, counted.n from (
              select f.matter_id, count(*) as n from unnest(:units) u(unit)
              join fact f on f.unit = u.unit and f.at >= :since and f.at <= :now
              where f.programme = :programme and :part = any(f.parts) and f.town like :towns group by f.matter_id) counted
            join matter m on m.id = counted.matter_id and m.list = any(:lists) and not m.confidential
            order by counted.n desc, counted.matter_id limit :limit
            """;
    /** How far back one looks for what went back and forth. */
    static final Duration LATELY = Duration.ofDays(90);

    private final JdbcClient database;
    private final Organisation organisation;
    private final Remembered<Looked, List<Often>> remembered = new Remembered<>();

    Stuck(JdbcClient database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    private record Looked(Scope scope, String part, int limit) {}

    /** A matter and how often something was counted of it. */
    record Often(long matter, long times) {}

    /** The matters raised longest ago that still stand on one of these lists. */
    List<Long> oldest(Scope scope, List<String> lists, int limit) {
        return database.sql(OLDEST)
                .param("programme", scope.programme())
                .param("towns", towns(organisation, scope))
                .param("lists", lists.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The matters on these lists of which a part was counted most often lately, as found out within the last minutes. */
    List<Often> often(Scope scope, String part, List<String> lists, int limit, Instant now) {
        return remembered.get(
                new Looked(scope, part, limit),
                now,
                () -> database.sql(OFTEN)
                        .param("programme", scope.programme())
                        .param("units", units())
                        .param("part", part)
                        .param("towns", scope.towns())
                        .param("since", Exclusions.time(now.minus(LATELY)))
                        .param("now", Exclusions.time(now))
                        .param("lists", lists.toArray(String[]::new))
                        .param("limit", limit)
                        .query((row, n) -> new Often(row.getLong(1), row.getLong(2)))
                        .list());
    }

    /** The codes lists are kept by: the place's own and those of every town inside. */
    static String[] towns(Organisation organisation, Scope scope) {
        return organisation.places().subtree(scope.place()).stream()
                .filter(inside -> inside.level().compareTo(Place.Level.TOWN) <= 0)
                .map(Place::code)
                .toArray(String[]::new);
    }

    private Integer[] units() {
        return Stream.concat(Stream.of(0), organisation.units().all().stream().map(Unit::id))
                .toArray(Integer[]::new);
    }
}
