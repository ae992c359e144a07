package org.huiyin.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What leaders look at now, read from tallies. */
@Component
class Cockpit {

    private static final String BY_KEY = """
            select key, sum(now) as now, sum(before) as before from (
              select key, parts, sum(case when stretch >= :since then n else 0 end) as now, sum(case when stretch < :since then n else 0 end) as before
              from tallied where programme = :programme and dimension = :dimension and stretch >= :earlier and stretch <= :today and key like :keys
              group by key, parts) counted
            where :part = any(string_to_array(parts, ',')) group by key
            """;
    private static final String BY_DAY = """
            select stretch, part, sum(n)::bigint as n from (
              select stretch, parts, sum(n) as n from tallied
              where programme = :programme and dimension = :dimension and stretch >= :since and stretch <= :today and key like :keys
              group by stretch, parts) counted cross join unnest(string_to_array(parts, ',')) part
            where part = any(:parts) group by stretch, part
            """;
    private static final String LISTS = """
            select list, sum(n)::bigint as n from list_tally where programme = :programme and town like :towns group by list having sum(n) <> 0
            """;
    private static final int WEEK = 7;

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

        Volume as(String otherKey) {
            return new Volume(otherKey, now, before);
        }

        long change() {
            return now - before;
        }
    }

    /** How often each part was counted on a day. */
    record Day(LocalDate date, Map<String, Long> counts) {

        long of(String part) {
            return counts.getOrDefault(part, 0L);
        }
    }

    List<Volume> byTown(Scope scope, Instant now) {
        return volumes(scope, CountScribe.TOWN_BY_DAY, scope.towns(), now);
    }

    /** By category in the whole city; tallies tell categories and places apart, not both at once. */
    List<Volume> byCategory(Scope scope, Instant now) {
        return volumes(scope, CountScribe.CATEGORY_BY_DAY, "%", now);
    }

    private List<Volume> volumes(Scope scope, String dimension, String keys, Instant now) {
        LocalDate today = today(now);
        return database.sql(BY_KEY)
                .param("programme", scope.programme())
                .param("dimension", dimension)
                .param("part", scope.asked())
                .param("keys", keys)
                .param("today", stretch(today))
                .param("since", stretch(today.minusDays(WEEK - 1)))
                .param("earlier", stretch(today.minusDays(2 * WEEK - 1)))
                .query((row, n) -> new Volume(row.getString("key"), row.getLong("now"), row.getLong("before")))
                .list();
    }

    /** Every one of the last days, today the last, with what was counted on it. */
    List<Day> days(Scope scope, List<String> parts, int days, Instant now) {
        LocalDate today = today(now);
        Map<Integer, Map<String, Long>> counted = new HashMap<>();
        database.sql(BY_DAY)
                .param("programme", scope.programme())
                .param("dimension", CountScribe.TOWN_BY_DAY)
                .param("parts", parts.toArray(String[]::new))
                .param("keys", scope.towns())
                .param("today", stretch(today))
                .param("since", stretch(today.minusDays(days - 1)))
                .query(row -> {
                    counted.computeIfAbsent(row.getInt(1), stretch -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        List<Day> all = new ArrayList<>();
        for (LocalDate date = today.minusDays(days - 1); !date.isAfter(today); date = date.plusDays(1)) {
            all.add(new Day(date, counted.getOrDefault(stretch(date), Map.of())));
        }
        return all;
    }

    /** List → how many matters stand on it, those kept off the board included. */
    Map<String, Long> lists(Scope scope) {
        Map<String, Long> lists = new HashMap<>();
        database.sql(LISTS)
                .param("programme", scope.programme())
                .param("towns", scope.towns())
                .query(row -> {
                    lists.put(row.getString(1), row.getLong(2));
                });
        return lists;
    }

    /** The seven days that end with the one of that instant, as a period. */
    Period week(Instant now) {
        return Period.days(today(now).minusDays(WEEK - 1), today(now), counting.zone());
    }

    /** The seven days before those. */
    Period weekBefore(Instant now) {
        return Period.days(today(now).minusDays(2 * WEEK - 1), today(now).minusDays(WEEK), counting.zone());
    }

    Period day(LocalDate date) {
        return Period.days(date, date, counting.zone());
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, counting.zone());
    }

    private LocalDate today(Instant now) {
        return dayOf(now);
    }

    private static int stretch(LocalDate day) {
        return Stretches.name(day.atStartOfDay());
    }
}
