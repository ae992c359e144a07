package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.assessment.Cockpit.Volume;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people of one place ask for, by category: from the facts themselves, since tallies tell categories and places apart, not both at once. */
@Component
class AskedHere {

    private static final String VOLUMES = """
            select f.category, count(*) filter (where f.at >= :since) as now, count(*) filter (where f.at < :since) as before
            from unnest(:units) u(unit) join fact f on f.unit = u.unit and f.at >= :earlier and f.at < :until
            where f.programme = :programme and :part = any(f.parts) and f.town like :towns group by f.category
            """;
    private static final String PAGE = """
            select r.matter_id, r.seq, r.unit, r.town, r.category, r.at
            from unnest(:units) u(unit) cross join lateral (
              select f.matter_id, f.seq, f.unit, f.town, f.category, f.at from fact f
              where f.unit = u.unit and f.at >= :from and f.at < :until and (f.at, f.matter_id, f.seq) > (:after_at, :after_matter, :after_seq)
                and f.programme = :programme and :part = any(f.parts) and f.town like :towns and f.category = :category
              order by f.at, f.matter_id, f.seq limit :limit) r
            order by r.at, r.matter_id, r.seq limit :limit
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final Remembered<Looked, List<Volume>> remembered = new Remembered<>();

    AskedHere(JdbcClient database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    private record Looked(Scope scope, Period week) {}

    /** As found out within the last minutes. */
    List<Volume> volumes(Scope scope, Period week, Period before, Instant now) {
        return remembered.get(new Looked(scope, week), now, () -> volumes(scope, week, before));
    }

    private List<Volume> volumes(Scope scope, Period week, Period before) {
        return database.sql(VOLUMES)
                .param("units", units())
                .param("programme", scope.programme())
                .param("part", scope.asked())
                .param("towns", scope.towns())
                .param("earlier", Exclusions.time(before.from()))
                .param("since", Exclusions.time(week.from()))
                .param("until", Exclusions.time(week.until()))
                .query((row, n) -> new Volume(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** How often a category was asked for in a period, now. */
    long count(Scope scope, Period period, String category) {
        return volumes(scope, period, period).stream()
                .filter(one -> one.key().equals(category))
                .mapToLong(Volume::now)
                .sum();
    }

    /** At most so many of a category in a period, oldest first, behind a place of the list. */
    List<Cases.Case> page(Scope scope, Period period, String category, Cases.After after, int limit) {
        return database.sql(PAGE)
                .param("units", units())
                .param("programme", scope.programme())
                .param("part", scope.asked())
                .param("towns", scope.towns())
                .param("category", category)
                .param("from", Exclusions.time(period.from()))
                .param("until", Exclusions.time(period.until()))
                .param("after_at", Exclusions.time(after.at()))
                .param("after_matter", after.matter())
                .param("after_seq", after.seq())
                .param("limit", limit)
                .query((row, n) -> Cases.read(row))
                .list();
    }

    private Integer[] units() {
        return organisation.units().all().stream().map(Unit::id).toArray(Integer[]::new);
    }
}
