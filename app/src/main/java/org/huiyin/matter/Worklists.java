package org.huiyin.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lies on the desks a person reaches, most urgent first. Each unit's share is read from its own stretch of the index and the shares are
 * merged, so that a page costs the same at a thousand matters and at ten million.
 */
@Component
public class Worklists {

    /** Counts stop here; pages say "1,000+". */
    public static final int MOST_COUNTED = 1000;

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private static final String ROWS = """
            select r.id, r.version, r.programme, r.title, r.place, r.category, r.kind, r.urgency, r.state, r.round, r.lead_unit, r.desk_unit,
              r.merged_count, r.raised_at, r.due_at, r.near_at
            from unnest(:units) u(unit) cross join unnest(:worklists) w(name) cross join lateral (
              select m.id, m.version, m.programme, m.title, m.place, m.category, m.kind, m.urgency, m.state, m.round, m.lead_unit, m.desk_unit,
                m.merged_count, m.raised_at, m.due_at, m.near_at
              from matter m
              where m.desk_unit = u.unit and m.worklist = w.name and (m.due_at, m.id) > (:after_due, :after_id)
                and m.due_at <= :due_until and m.near_at <= :near_until
                and (:place::text is null or m.place like :place || '%') and (:category::text is null or m.category = :category)
                and (:urgency::text is null or m.urgency = :urgency) and (:text::text is null or position(:text in m.title) > 0)
              order by m.due_at, m.id limit :limit) r
            order by r.due_at, r.id limit :limit
            """;
    private static final String ROWS_EVERYWHERE = """
            select r.id, r.version, r.programme, r.title, r.place, r.category, r.kind, r.urgency, r.state, r.round, r.lead_unit, r.desk_unit,
              r.merged_count, r.raised_at, r.due_at, r.near_at
            from unnest(:worklists) w(name) cross join lateral (
              select m.id, m.version, m.programme, m.title, m.place, m.category, m.kind, m.urgency, m.state, m.round, m.lead_unit, m.desk_unit,
                m.merged_count, m.raised_at, m.due_at, m.near_at
              from matter m
              where m.desk_unit is not null and m.worklist = w.name and (m.due_at, m.id) > (:after_due, :after_id)
                and m.due_at <= :due_until and m.near_at <= :near_until
                and (:place::text is null or m.place like :place || '%') and (:category::text is null or m.category = :category)
                and (:urgency::text is null or m.urgency = :urgency) and (:text::text is null or position(:text in m.title) > 0)
              order by m.due_at, m.id limit :limit) r
            order by r.due_at, r.id limit :limit
            """;
    private static final String CO_HANDLED = """
            select r.id, r.version, r.programme, r.title, r.place, r.category, r.kind, r.urgency, r.state, r.round, r.lead_unit, r.desk_unit,
              r.merged_count, r.raised_at, r.due_at, r.near_at
            from unnest(:units) u(unit) cross join lateral (
              select m.id, m.version, m.programme, m.title, m.place, m.category, m.kind, m.urgency, m.state, m.round, m.lead_unit, m.desk_unit,
                m.merged_count, m.raised_at, c.due_at, c.near_at
              from clock c join matter m on m.id = c.matter_id
              where c.unit = u.unit and c.running and (c.due_at, c.matter_id) > (:after_due, :after_id)
                and (:place::text is null or m.place like :place || '%') and (:category::text is null or m.category = :category)
                and (:urgency::text is null or m.urgency = :urgency) and (:text::text is null or position(:text in m.title) > 0)
              order by c.due_at, c.matter_id limit :limit) r
            order by r.due_at, r.id limit :limit
            """;
    private static final String COUNT = """
            select w.name, (select count(*) from (
                select 1 from unnest(:units) u(unit) cross join lateral (
                  select 1 from matter m where m.desk_unit = u.unit and m.worklist = w.name and m.due_at <= :due_until
                    and m.due_at > :due_after and m.near_at <= :near_until limit :most) one
                limit :most) capped)
            from unnest(:worklists) w(name)
            """;
    private static final String COUNT_EVERYWHERE = """
            select w.name, (select count(*) from (
                select 1 from matter m where m.desk_unit is not null and m.worklist = w.name and m.due_at <= :due_until
                  and m.due_at > :due_after and m.near_at <= :near_until limit :most) capped)
            from unnest(:worklists) w(name)
            """;
    private static final String COUNT_CO_HANDLED = """
            select count(*) from (select 1 from unnest(:units) u(unit) join clock c on c.unit = u.unit and c.running limit :most) capped
            """;

    private final JdbcClient database;

    Worklists(JdbcClient database) {
        this.database = database;
    }

    /**
     * A page of a worklist, within the reach of the person who asks.
     *
     * @param open the worklists in which clocks run, for the lists by due time
     */
    public Worklist.Page page(Actor actor, Worklist.Query query, List<String> open, Instant now) {
        Reach reach = actor.reach();
        boolean whole = reach.everywhere();
        String sql = query.name().equals(Worklist.CO_HANDLING) ? CO_HANDLED : whole ? ROWS_EVERYWHERE : ROWS;
        Range range = Range.of(query.name(), now);
        Worklist.After after = query.after() == null ? new Worklist.After(range.after(), 0) : query.after();
        List<Worklist.Row> rows = database.sql(sql)
                .param("units", reach.units().toArray(Integer[]::new))
                .param("worklists", range.byTime() ? open.toArray(String[]::new) : new String[] {query.name()})
                .param("after_due", time(after.due()))
                .param("after_id", after.id())
                .param("due_until", time(range.until()))
                .param("near_until", time(range.nearUntil()))
                .param("place", query.place())
                .param("category", query.category())
                .param("urgency", query.urgency())
                .param("text", query.text())
                .param("limit", query.limit() + 1)
                .query((row, n) -> read(row))
                .list();
        if (rows.size() <= query.limit()) {
            return new Worklist.Page(rows, null);
        }
        List<Worklist.Row> shown = rows.subList(0, query.limit());
        Worklist.Row last = shown.getLast();
        return new Worklist.Page(
                shown, new Worklist.After(last.due(), last.number().id()));
    }

    /** How many wait in each list, up to {@link #MOST_COUNTED} + 1, which stands for more. */
    public Map<String, Integer> counts(Actor actor, List<String> names, List<String> open, Instant now) {
        Map<String, Integer> counts = new LinkedHashMap<>(count(actor, names, Range.of("", now)));
        counts.put(Worklist.NEAR_DUE, sum(count(actor, open, Range.of(Worklist.NEAR_DUE, now))));
        counts.put(Worklist.OVERDUE, sum(count(actor, open, Range.of(Worklist.OVERDUE, now))));
        if (!actor.reach().everywhere()) {
            counts.put(Worklist.CO_HANDLING, coHandled(actor.reach()));
        }
        return counts;
    }

    private Map<String, Integer> count(Actor actor, List<String> names, Range range) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.sql(actor.reach().everywhere() ? COUNT_EVERYWHERE : COUNT)
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("worklists", names.toArray(String[]::new))
                .param("due_after", time(range.after()))
                .param("due_until", time(range.until()))
                .param("near_until", time(range.nearUntil()))
                .param("most", MOST_COUNTED + 1)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private int coHandled(Reach reach) {
        return database.sql(COUNT_CO_HANDLED)
                .param("units", reach.units().toArray(Integer[]::new))
                .param("most", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    private static int sum(Map<String, Integer> counts) {
        return Math.min(
                MOST_COUNTED + 1,
                counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** The stretch of time a list looks at: from where to where things are due, and until when they became near due. */
    private record Range(boolean byTime, Instant after, Instant until, Instant nearUntil) {

        static Range of(String list, Instant now) {
            return switch (list) {
                case Worklist.OVERDUE -> new Range(true, FIRST, now, Matter.NEVER);
                case Worklist.NEAR_DUE -> new Range(true, now, Matter.NEVER.minusSeconds(1), now);
                default -> new Range(false, FIRST, Matter.NEVER, Matter.NEVER);
            };
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Worklist.Row read(ResultSet row) throws SQLException {
        return new Worklist.Row(
                new MatterNumber(row.getLong(1)),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                Matters.integer(row, 11),
                Matters.integer(row, 12),
                row.getInt(13),
                Matters.instant(row, 14),
                Matters.instant(row, 15),
                Matters.instant(row, 16));
    }
}
