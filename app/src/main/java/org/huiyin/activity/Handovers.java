package org.huiyin.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives what somebody was to carry out to somebody else, when they leave or are away. */
@Component
class Handovers {

    private static final String LEFT = """
            select post.id, count(*), min(a.starts_at)
            from activity a join activity_person h on h.activity_id = a.id and h.part = 'host' and h.standing <> 'withdrawn'
            join post on h.who = 'post:' || post.id and not post.active
            where a.standing = 'planned' and a.ends_at > :now and (:everywhere or a.unit = any(:units))
            group by post.id order by 3 limit 200
            """;
    private static final String OF = """
            select a.id from activity a join activity_person h on h.activity_id = a.id and h.part = 'host' and h.who = :who
            where a.standing = 'planned' and a.ends_at > :now order by a.starts_at limit 1000
            """;

    private final JdbcClient database;
    private final Activities activities;
    private final Acting acting;

    Handovers(JdbcClient database, Activities activities, Acting acting) {
        this.database = database;
        this.activities = activities;
        this.acting = acting;
    }

    /** Somebody whose post is empty by now, and what they were to carry out. */
    record Left(long post, int activities, Instant next) {}

    List<Left> left(Actor reader, Instant now) {
        return database.sql(LEFT)
                .param("now", ActivityRows.time(now))
                .param("everywhere", reader.reach().everywhere())
                .param("units", reader.reach().units().toArray(Integer[]::new))
                .query((row, n) -> new Left(
                        row.getLong(1),
                        row.getInt(2),
                        row.getObject(3, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many went over; those the giver may not change stay. */
    record Given(int given, int stay) {}

    /** Every coming activity that {@code from} carries out goes to {@code to}, each by a change of its plan. */
    Given give(Actor giver, Who from, Who to, Instant now, String key) {
        int given = 0;
        int stay = 0;
        List<Long> ids = database.sql(OF)
                .param("who", from.toString())
                .param("now", ActivityRows.time(now))
                .query((row, n) -> row.getLong(1))
                .list();
        for (long id : ids) {
            Plan plan = activities.find(id).orElseThrow().plan();
            Tried tried = acting.act(
                    Acting.Doer.of(giver), id, Acting.ANY, new Ask.Change(plan.hostedBy(from, to)), key + "-" + id);
            if (tried instanceof Tried.Done) {
                given++;
            } else {
                stay++;
            }
        }
        return new Given(given, stay);
    }

    static List<Who> replaced(List<Who> hosts, Who from, Who to) {
        List<Who> now = new ArrayList<>();
        for (Who host : hosts) {
            Who next = host.equals(from) ? to : host;
            if (!now.contains(next)) {
                now.add(next);
            }
        }
        return now;
    }
}
