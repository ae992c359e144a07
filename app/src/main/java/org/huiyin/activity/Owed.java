package org.huiyin.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what people owe and have done, from the acts as they were known at a moment; every count is the length of a list. */
@Component
class Owed {

    private static final int MOST = 2000;

    private static final String OWING = """
            select post.id, person.name, post.unit_id, post.title
            from post join person on person.id = post.person_id join unit on unit.id = post.unit_id
            where post.active and unit.active and post.role = any(:roles) and unit.class = any(:classes)
              and (:everywhere or post.unit_id = any(:units) or post.id = :self
                or exists (select 1 from unnest(:places) reach(code) where unit.place_code like reach.code || '%'))
            order by post.unit_id, post.id limit :most
            """;
    private static final String THERE = """
            select t.who, t.on_day, t.activity_id, a.title, a.place
            from activity_there(:known, :zone) t join activity a on a.id = t.activity_id
            where t.kind = :kind and t.on_day >= :from and t.on_day < :to and t.who = any(:whos)
            order by t.on_day, t.activity_id, t.session
            """;

    private final JdbcClient database;
    private final ZoneId zone;

    Owed(JdbcClient database, @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** Somebody who owes. */
    record Owing(long post, String name, int unit, String title) {}

    /** Once that somebody was there. */
    record There(String who, LocalDate day, long activity, String title, String place) {}

    /** Those within the reader's reach, and the reader. */
    List<Owing> owing(Quota quota, Actor reader) {
        return database.sql(OWING)
                .param("roles", quota.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("classes", quota.units().stream().map(unit -> unit.key()).toArray(String[]::new))
                .param("everywhere", reader.reach().everywhere())
                .param("units", reader.reach().units().toArray(Integer[]::new))
                .param("places", reader.reach().places().toArray(String[]::new))
                .param("self", reader.post())
                .param("most", MOST)
                .query((row, n) -> new Owing(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)))
                .list();
    }

    /** Every time any of these was there, in the order of days. */
    Map<Long, List<There>> there(String kind, List<Long> posts, Stretch stretch, Instant known) {
        Map<Long, List<There>> all = new HashMap<>();
        database.sql(THERE)
                .param("known", ActivityRows.time(known))
                .param("zone", zone.getId())
                .param("kind", kind)
                .param("from", stretch.from())
                .param("to", stretch.to())
                .param(
                        "whos",
                        posts.stream().map(post -> Who.post(post).toString()).toArray(String[]::new))
                .query((row, n) -> new There(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5)))
                .list()
                .forEach(one -> all.computeIfAbsent(Who.of(one.who()).id(), post -> new java.util.ArrayList<>())
                        .add(one));
        return all;
    }

    /** How many of these count: days on which somebody was there, or activities. */
    static int count(Quota quota, List<There> there) {
        return (int)
                switch (quota.counts()) {
                    case DAYS -> there.stream().map(There::day).distinct().count();
                    case TIMES -> there.stream().map(There::activity).distinct().count();
                };
    }

    /** The first time of each day or activity: as many as count. */
    static List<There> counting(Quota quota, List<There> there) {
        Map<Object, There> once = new java.util.LinkedHashMap<>();
        there.forEach(one -> once.putIfAbsent(
                switch (quota.counts()) {
                    case DAYS -> one.day();
                    case TIMES -> one.activity();
                },
                one));
        return List.copyOf(once.values());
    }
}
