package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.programme.Measures.Alarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters an alarm speaks of, where they are fewer than all that a part counted; oldest first. What is left out of figures is among them. */
@Component
class AlarmCases {

    private static final String AFTER = """
            select matter_id, seq, unit, town, category, at from (
              select distinct on (f.matter_id) f.matter_id, f.seq, f.unit, f.town, f.category, f.at from fact f
              where f.unit = :unit and f.at >= :from and f.at < :until and :of = any(f.parts) and f.programme = :programme
                and exists (select 1 from fact e where e.unit = f.unit and e.matter_id = f.matter_id and e.at <= f.at
                  and e.at >= f.at - interval '120 days' and :over = any(e.parts))
              order by f.matter_id, f.at desc, f.seq desc) last
            where (at, matter_id, seq) > (:after_at, :after_matter, :after_seq) order by at, matter_id, seq limit :limit
            """;
    private static final String RUSH = """
            select f.matter_id, f.seq, f.unit, f.town, f.category, f.at from fact f
            where f.unit = :unit and f.at >= :rush and f.at < :until and :of = any(f.parts) and f.programme = :programme
              and (f.at, f.matter_id, f.seq) > (:after_at, :after_matter, :after_seq)
            order by f.at, f.matter_id, f.seq limit :limit
            """;
    private static final String RATER = """
            with rated as (
              select f.matter_id, f.seq, f.unit, f.town, f.category, f.at, s.account from fact f
              join step s on s.matter_id = f.matter_id and s.seq = f.seq
              where f.unit = :unit and f.at >= :from and f.at < :until and :of = any(f.parts) and f.programme = :programme
                and s.account <> 0 and s.role = 'RESIDENT'),
            most as (select account from rated group by account order by count(*) desc, account limit 1)
            select matter_id, seq, unit, town, category, at from rated join most using (account)
            where (at, matter_id, seq) > (:after_at, :after_matter, :after_seq) order by at, matter_id, seq limit :limit
            """;

    private final JdbcClient database;

    AlarmCases(JdbcClient database) {
        this.database = database;
    }

    /** Whether an alarm of this kind has a list of its own; the others speak of parts, which have theirs. */
    static boolean has(Alarm alarm) {
        return switch (alarm.kind()) {
            case AFTER, RUSH, RATER -> true;
            case RATE, SHARE -> false;
        };
    }

    /** At most so many of a unit, behind a place of the list. */
    List<Cases.Case> page(Selection of, int unit, Alarm alarm, Cases.After after, int limit) {
        Instant rush = of.period().until().minusSeconds(60L * alarm.within());
        return database.sql(
                        switch (alarm.kind()) {
                            case AFTER -> AFTER;
                            case RUSH -> RUSH;
                            case RATER -> RATER;
                            case RATE, SHARE -> throw new IllegalArgumentException(alarm.name() + " has no list");
                        })
                .param("programme", of.measures().programme())
                .param("unit", unit)
                .param("of", alarm.of())
                .param("over", alarm.over().isEmpty() ? "" : alarm.over().getFirst())
                .param("from", Exclusions.time(of.period().from()))
                .param("until", Exclusions.time(of.period().until()))
                .param("rush", Exclusions.time(rush))
                .param("after_at", Exclusions.time(after.at()))
                .param("after_matter", after.matter())
                .param("after_seq", after.seq())
                .param("limit", limit)
                .query((row, n) -> Cases.read(row))
                .list();
    }
}
