package org.huiyin.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.org.Actor;
import org.huiyin.org.Place;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.text.IndexQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lies on the desks a person reaches, most urgent first. Each unit's share is read from its own stretch of an index and the shares are
 * merged, or, for who reaches many units, the whole city's list is read in order; so a page costs the same at a thousand matters and at ten
 * million. A filter looks at a complaint about a unit only as closely as that unit may, down to the community and at the public title:
 * otherwise trying filters would tell it who lives where. For the same reason words are looked for in titles as everybody reads them.
 */
@Component
public class Worklists {

    /** Counts stop here; pages say "1,000+". */
    public static final int MOST_COUNTED = 1000;

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    /** From so many units on, one look through the whole list finds a page sooner than a look at each unit's share. */
    private static final int MANY_UNITS = 64;

    private static final String SHOWN = """
            m.id, m.version, m.programme, m.title, m.place, m.category, m.kind, m.urgency, m.state, m.round, m.lead_unit, m.desk_unit,
              m.merged_count, m.raised_at, r.due_at, r.near_at
            """;
    private static final String NARROWED = """
            and (:place::text is null or d.place like :place || '%') and (:category::text is null or d.category = any(string_to_array(:category, ',')))
              and (:urgency::text is null or d.urgency = :urgency)
            """;
    private static final String TITLED = """
            and (:text::text is null or (exists (select 1 from search_document s where s.matter_id = d.matter_id and s.words @@ :text::tsquery)
                  or d.matter_id in (select f.matter_id from search_fresh f where f.words @@ :text::tsquery))
                and (:discreet or exists (select 1 from matter t where t.id = d.matter_id and not t.confidential)))
              and (:spot::text is null or exists (select 1 from matter t where t.id = d.matter_id
                and (t.complained_of is not null or t.place like :spot || '%')))
            """;
    private static final String OF_EACH_UNIT = """
            select %s from (
              select s.matter_id, s.due_at, s.near_at from unnest(:units) u(unit) cross join unnest(:worklists) w(name) cross join lateral (
                select d.matter_id, d.due_at, d.near_at from on_desk d
                where d.unit = u.unit and d.worklist = w.name and (d.due_at, d.matter_id) > (:after_due, :after_id)
                  and d.due_at <= :due_until and d.near_at <= :near_until %s %s
                order by d.due_at, d.matter_id limit :limit) s
              order by s.due_at, s.matter_id limit :limit) r
            join matter m on m.id = r.matter_id order by r.due_at, r.matter_id
            """.formatted(SHOWN, NARROWED, TITLED);
    private static final String OF_MANY_UNITS = """
            select %s from (
              select s.matter_id, s.due_at, s.near_at from unnest(:worklists) w(name) cross join lateral (
                select d.matter_id, d.due_at, d.near_at from on_desk d
                where d.worklist = w.name and (:everywhere or d.unit = any(:units)) and (d.due_at, d.matter_id) > (:after_due, :after_id)
                  and d.due_at <= :due_until and d.near_at <= :near_until %s %s
                order by d.due_at, d.matter_id limit :limit) s
              order by s.due_at, s.matter_id limit :limit) r
            join matter m on m.id = r.matter_id order by r.due_at, r.matter_id
            """.formatted(SHOWN, NARROWED, TITLED);
    private static final String CO_HANDLED = """
            select %s from (
              select s.id, s.due_at, s.near_at from unnest(:units) u(unit) cross join lateral (
                select d.id, c.due_at, c.near_at from clock c join matter d on d.id = c.matter_id
                where c.unit = u.unit and c.running and (c.due_at, c.matter_id) > (:after_due, :after_id)
                  and (:text::text is null or (:discreet or not d.confidential)
                    and (exists (select 1 from search_document s where s.matter_id = d.id and s.words @@ :text::tsquery)
                      or d.id in (select f.matter_id from search_fresh f where f.words @@ :text::tsquery)))
                  and (:spot::text is null or d.complained_of is not null or d.place like :spot || '%%') %s
                order by c.due_at, c.matter_id limit :limit) s
              order by s.due_at, s.id limit :limit) r
            join matter m on m.id = r.id order by r.due_at, r.id
            """.formatted(SHOWN, NARROWED);
    private static final String COUNT_OF_EACH_UNIT = """
            select l.name, (select count(*) from (
                select 1 from unnest(string_to_array(l.worklists, ' ')) w(name) cross join unnest(:units) u(unit) cross join lateral (
                  select 1 from on_desk d where d.unit = u.unit and d.worklist = w.name
                    and d.due_at > timestamptz 'epoch' + l.due_after * interval '1 microsecond'
                    and d.due_at <= timestamptz 'epoch' + l.due_until * interval '1 microsecond'
                    and d.near_at <= timestamptz 'epoch' + l.near_until * interval '1 microsecond' limit :most) one
                limit :most) capped)
            from unnest(:names, :lists, :due_afters, :due_untils, :near_untils) l(name, worklists, due_after, due_until, near_until)
            """;
    private static final String COUNT_OF_MANY_UNITS = """
            select l.name, (select count(*) from (
                select 1 from unnest(string_to_array(l.worklists, ' ')) w(name) cross join lateral (
                  select 1 from on_desk d where d.worklist = w.name and (:everywhere or d.unit = any(:units))
                    and d.due_at > timestamptz 'epoch' + l.due_after * interval '1 microsecond'
                    and d.due_at <= timestamptz 'epoch' + l.due_until * interval '1 microsecond'
                    and d.near_at <= timestamptz 'epoch' + l.near_until * interval '1 microsecond' limit :most) one
                limit :most) capped)
            from unnest(:names, :lists, :due_afters, :due_untils, :near_untils) l(name, worklists, due_after, due_until, near_until)
            """;
    private static final String COUNT_CO_HANDLED = """
            select count(*) from (select 1 from unnest(:units) u(unit) join clock c on c.unit = u.unit and c.running limit :most) capped
            """;

    private static final String COUNT_LISTED = """
            select count(*) from on_desk d where d.worklist = any(:worklists) and (:everywhere or d.unit = any(:units))
              and d.due_at > :due_after and d.due_at <= :due_until and d.near_at <= :near_until %s %s
            """.formatted(NARROWED, TITLED);

    private final JdbcClient database;

    private final ZoneId zone;

    Worklists(JdbcClient database, @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /**
     * A page of a worklist, within the reach of the person who asks.
     *
     * @param open the worklists in which clocks run, for the lists by due time
     */
    public Worklist.Page page(Actor actor, Worklist.Query query, List<String> open, Instant now) {
        Reach reach = actor.reach();
        String sql =
                query.name().equals(Worklist.CO_HANDLING) ? CO_HANDLED : wide(reach) ? OF_MANY_UNITS : OF_EACH_UNIT;
        Range range = range(query.name(), now);
        Worklist.After after = query.after() == null ? new Worklist.After(range.after(), 0) : query.after();
        List<Worklist.Row> rows = database.sql(sql)
                .param("units", reach.units().toArray(Integer[]::new))
                .param("everywhere", reach.everywhere())
                .param("worklists", range.byTime() ? open.toArray(String[]::new) : new String[] {query.name()})
                .param("after_due", time(after.due()))
                .param("after_id", after.id())
                .param("due_until", time(range.until()))
                .param("near_until", time(range.nearUntil()))
                .param("place", community(query.place()))
                .param("spot", spot(query.place()))
                .param("category", query.category())
                .param("urgency", query.urgency())
                .param("text", words(query.text()))
                .param("discreet", !Relations.openOnly(actor.role()) && actor.role() != Role.ADMIN)
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

    /** How many rows a list has from its top to its end, however many; negative for what one only helps with, which only reading tells. */
    public long count(Actor actor, Worklist.Query query, List<String> open, Instant now) {
        if (query.name().equals(Worklist.CO_HANDLING)) {
            return -1;
        }
        Range range = range(query.name(), now);
        return database.sql(COUNT_LISTED)
                .param("worklists", range.byTime() ? open.toArray(String[]::new) : new String[] {query.name()})
                .param("everywhere", actor.reach().everywhere())
                .param("units", actor.reach().units().toArray(Integer[]::new))
                .param("due_after", time(range.after()))
                .param("due_until", time(range.until()))
                .param("near_until", time(range.nearUntil()))
                .param("place", community(query.place()))
                .param("spot", spot(query.place()))
                .param("category", query.category())
                .param("urgency", query.urgency())
                .param("text", words(query.text()))
                .param("discreet", !Relations.openOnly(actor.role()) && actor.role() != Role.ADMIN)
                .query(Long.class)
                .single();
    }

    /** Words are cut and compared as a search does; what was typed in whatever spelling or order is found by both. */
    private static @Nullable String words(@Nullable String typed) {
        return typed == null ? null : IndexQuery.titled(typed);
    }

    /** The place when it lies within a village or community; null when it is wider. */
    private static @Nullable String spot(@Nullable String place) {
        return place == null || place.equals(community(place)) ? null : place;
    }

    /** The village or community a place lies in, or the place itself when it is wider. */
    private static @Nullable String community(@Nullable String place) {
        int most = Place.Level.VILLAGE.codeLength();
        return place == null || place.length() <= most ? place : place.substring(0, most);
    }

    /** How many wait in each list, up to {@link #MOST_COUNTED} + 1, which stands for more. */
    public Map<String, Integer> counts(Actor actor, List<String> names, List<String> open, Instant now) {
        List<Counted> lists = new ArrayList<>();
        names.forEach(name -> lists.add(new Counted(name, name, range(name, now))));
        for (String byTime : List.of(Worklist.DUE_TODAY, Worklist.NEAR_DUE, Worklist.OVERDUE)) {
            lists.add(new Counted(byTime, String.join(" ", open), range(byTime, now)));
        }
        Map<String, Integer> counts = counts(actor.reach(), lists);
        if (!actor.reach().everywhere()) {
            counts.put(Worklist.CO_HANDLING, coHandled(actor.reach()));
        }
        return counts;
    }

    /** A list to count: the worklists it takes its rows from, with a space between, and the stretch of time. */
    private record Counted(String name, String worklists, Range range) {}

    private Map<String, Integer> counts(Reach reach, List<Counted> lists) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.sql(wide(reach) ? COUNT_OF_MANY_UNITS : COUNT_OF_EACH_UNIT)
                .param("units", reach.units().toArray(Integer[]::new))
                .param("everywhere", reach.everywhere())
                .param("names", lists.stream().map(Counted::name).toArray(String[]::new))
                .param("lists", lists.stream().map(Counted::worklists).toArray(String[]::new))
                .param("due_afters", micros(lists, Range::after))
                .param("due_untils", micros(lists, Range::until))
                .param("near_untils", micros(lists, Range::nearUntil))
                .param("most", MOST_COUNTED + 1)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private static @Nullable Long[] micros(List<Counted> lists, Function<Range, Instant> bound) {
        return lists.stream()
                .map(list -> Columns.micros(bound.apply(list.range())))
                .toArray(Long[]::new);
    }

    private static boolean wide(Reach reach) {
        return reach.everywhere() || reach.units().size() > MANY_UNITS;
    }

    private int coHandled(Reach reach) {
        return database.sql(COUNT_CO_HANDLED)
                .param("units", reach.units().toArray(Integer[]::new))
                .param("most", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** The stretch of time a list looks at: from where to where things are due, and until when they became near due. */
    private record Range(boolean byTime, Instant after, Instant until, Instant nearUntil) {}

    private Range range(String list, Instant now) {
        return switch (list) {
            case Worklist.OVERDUE -> new Range(true, FIRST, now, Matter.NEVER);
            case Worklist.DUE_TODAY -> new Range(true, now, endOfDay(now), Matter.NEVER);
            case Worklist.NEAR_DUE -> new Range(true, now, Matter.NEVER.minusSeconds(1), now);
            default -> new Range(false, FIRST, Matter.NEVER, Matter.NEVER);
        };
    }

    private Instant endOfDay(Instant now) {
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
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
