package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What leaders look at now, read from tallies and from the ends of indexes. */
@Component
class Cockpit {

    private static final String BY_DAY = """
            select key, sum(case when stretch >= :since then n else 0 end) as now, sum(case when stretch < :since then n else 0 end) as before
            from tally where programme = :programme and dimension = :dimension and part = :part and stretch >= :earlier and stretch <= :today
            group by key
            """;
    private static final String LISTS = """
            select list, sum(n)::bigint as n from list_tally where programme = :programme group by list having sum(n) <> 0
            """;
    private static final String OLDEST = """
            select r.id from unnest(:lists) l(name) cross join lateral (
              select m.id from matter m where m.list = l.name and not m.confidential and m.programme = :programme order by m.id limit :limit) r
            order by r.id limit :limit
            """;
    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient database;
    private final Counting counting;

    Cockpit(JdbcClient database, Counting counting) {
        this.database = database;
        this.counting = counting;
    }

    /** How much of something there was in the last seven days, today included, and in the seven before. */
    record Volume(String key, long now, long before) {

        Volume plus(Volume other) {
            return new Volume(key, now + other.now, before + other.before);
        }

        long change() {
            return now - before;
        }
    }

    /** A list and how many matters stand on it. */
    record Listed(String list, long matters) {}

    List<Volume> volumes(String programme, String dimension, String part, Instant now) {
        return database.sql(BY_DAY)
                .param("programme", programme)
                .param("dimension", dimension)
                .param("part", part)
                .param("today", Stretches.day(now, counting.zone()))
                .param("since", Stretches.day(now.minus(WEEK.minusDays(1)), counting.zone()))
                .param("earlier", Stretches.day(now.minus(WEEK.multipliedBy(2).minusDays(1)), counting.zone()))
                .query((row, n) -> new Volume(row.getString("key"), row.getLong("now"), row.getLong("before")))
                .list();
    }

    List<Listed> lists(String programme) {
        return database.sql(LISTS)
                .param("programme", programme)
                .query((row, n) -> new Listed(row.getString("list"), row.getLong("n")))
                .list();
    }

    /** The matters raised longest ago that still stand on one of these lists and are not kept off the board. */
    List<Long> oldest(String programme, List<String> lists, int limit) {
        return database.sql(OLDEST)
                .param("programme", programme)
                .param("lists", lists.toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The seven days that end with the one of that instant, as a period. */
    Period week(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, counting.zone());
        return Period.days(today.minusDays(WEEK.toDays() - 1), today, counting.zone());
    }
}
