package org.huiyin.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of timetables: read whole, only ever added to. */
final class TimetableRows {

    private static final String NEWEST = "select coalesce(max(number), 0) from timetable";
    private static final String AT = """
            select coalesce(max(number), 1) from timetable where published_at <= :at
            """;
    private static final String CALENDARS = """
            select distinct on (code) code, version, number from calendar_version where number <= :number order by code, number desc
            """;
    private static final String NEWEST_OF_EACH = """
            select distinct on (code) code, version, shipped from calendar_version join timetable using (number) order by code, number desc
            """;
    private static final String FACTS = """
            select facts from calendar_version where code = :code and number <= :number order by number desc limit 1
            """;
    private static final String NAMED = """
            select facts from calendar_version where version = :version order by number limit 1
            """;
    private static final String UNITS = """
            select distinct on (unit) unit, calendar, own from unit_calendar where number <= :number order by unit, number desc
            """;
    private static final String LIMITS = """
            select programme, clock, key, span_limit, open_too, published_at
            from limit_policy join timetable using (number) where number <= :number order by number, programme, clock, key
            """;
    private static final String LIMIT_CHANGES = """
            select programme, clock, key, span_limit, open_too, published_at, number, publisher, why
            from limit_policy join timetable using (number) order by number desc, programme, clock, key limit 100
            """;
    private static final String VERSIONS = """
            select code, number, version, shipped, published_at, publisher, why
            from calendar_version join timetable using (number) where code = :code order by number desc
            """;
    private static final String UNIT_CHANGES = """
            select '', number, '', shipped, published_at, publisher, why
            from timetable where number in (select number from unit_calendar) order by number desc limit 50
            """;
    // One statement: a timetable is there whole or not at all.
    private static final String ADD = """
            with next as (
              insert into timetable (number, shipped, published_at, account, post, publisher, why)
              values (:number, :shipped, :published_at, :account, :post, :publisher, :why) returning number),
            written as (
              insert into calendar_version (number, code, version, facts)
              select next.number, c.code, c.version, c.facts
              from next cross join unnest(:codes::text[], :versions::text[], :facts::text[]) c(code, version, facts)),
            limited as (
              insert into limit_policy (number, programme, clock, key, span_limit, open_too)
              select next.number, l.programme, l.clock, l.key, l.span_limit, l.open_too
              from next cross join unnest(:programmes::text[], :clocks::text[], :keys::text[], :limits::text[], :opens::boolean[])
                l(programme, clock, key, span_limit, open_too))
            insert into unit_calendar (number, unit, calendar, own)
            select next.number, u.unit, u.calendar, u.own
            from next cross join unnest(:units::int[], :calendars::text[], :own::boolean[]) u(unit, calendar, own)
            """;
    /** What comes with Huiyin belongs to the first one, also where it came later: nobody had named it before. */
    private static final String ADD_TO_FIRST = """
            insert into calendar_version (number, code, version, facts) values (1, :code, :version, :facts) on conflict do nothing
            """;

    private final JdbcClient database;

    TimetableRows(JdbcClient database) {
        this.database = database;
    }

    /** The version of a calendar by which a unit goes. */
    record UnitRow(int unit, String calendar, boolean own) {}

    /** The newest version of a calendar. */
    record Newest(String version, boolean shipped) {}

    /** 0 when there is none yet. */
    int newest() {
        return database.sql(NEWEST).query(Integer.class).single();
    }

    int at(Instant instant) {
        return database.sql(AT).param("at", time(instant)).query(Integer.class).single();
    }

    Map<String, Newest> newestOfEach() {
        Map<String, Newest> newest = new HashMap<>();
        database.sql(NEWEST_OF_EACH)
                .query((row, n) -> newest.put(row.getString(1), new Newest(row.getString(2), row.getBoolean(3))))
                .list();
        return newest;
    }

    /** The calendars of a timetable by code, each by the name of its version. */
    Map<String, String> calendars(int number) {
        Map<String, String> versions = new HashMap<>();
        database.sql(CALENDARS)
                .param("number", number)
                .query((row, n) -> versions.put(row.getString(1), row.getString(2)))
                .list();
        return versions;
    }

    List<UnitRow> units(int number) {
        return database.sql(UNITS)
                .param("number", number)
                .query((row, n) -> new UnitRow(row.getInt(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** The limits set until a timetable, oldest first. */
    List<LimitPolicy> limits(int number) {
        return database.sql(LIMITS)
                .param("number", number)
                .query((row, n) -> limit(row))
                .list();
    }

    /** The newest limits that were set, newest first. */
    List<SetLimit> limitChanges() {
        return database.sql(LIMIT_CHANGES)
                .query((row, n) -> new SetLimit(limit(row), row.getInt(7), row.getString(8), row.getString(9)))
                .list();
    }

    private static LimitPolicy limit(ResultSet row) throws SQLException {
        String limit = row.getString(4);
        return new LimitPolicy(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                limit == null ? null : Limit.parse(limit),
                row.getBoolean(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    /** A calendar as a timetable has it. */
    Optional<WrittenCalendar> written(String code, int number) {
        return database.sql(FACTS)
                .param("code", code)
                .param("number", number)
                .query((row, n) -> WrittenCalendar.read(row.getString(1)))
                .optional();
    }

    Optional<WrittenCalendar> named(String version) {
        return database.sql(NAMED)
                .param("version", version)
                .query((row, n) -> WrittenCalendar.read(row.getString(1)))
                .optional();
    }

    /** The versions of a calendar, newest first. */
    List<CalendarVersion> versions(String code) {
        return history(database.sql(VERSIONS).param("code", code));
    }

    /** When units were given other calendars, newest first. */
    List<CalendarVersion> unitChanges() {
        return history(database.sql(UNIT_CHANGES));
    }

    private static List<CalendarVersion> history(JdbcClient.StatementSpec asked) {
        return asked.query((row, n) -> new CalendarVersion(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /**
     * Adds a timetable.
     *
     * @return false when there is one with that number already
     */
    boolean add(int number, boolean shipped, Change change, Instant at, Actor publisher, String why) {
        List<WrittenCalendar> written = change.calendars();
        List<UnitRow> units = change.units();
        try {
            database.sql(ADD)
                    .param("number", number)
                    .param("shipped", shipped)
                    .param("published_at", time(at))
                    .param("account", publisher.account())
                    .param("post", publisher.post())
                    .param("publisher", publisher.name())
                    .param("why", why)
                    .param("codes", written.stream().map(WrittenCalendar::code).toArray(String[]::new))
                    .param(
                            "versions",
                            written.stream()
                                    .map(one -> one.calendar().version())
                                    .toArray(String[]::new))
                    .param("facts", written.stream().map(WrittenCalendar::json).toArray(String[]::new))
                    .param("units", units.stream().map(UnitRow::unit).toArray(Integer[]::new))
                    .param("calendars", units.stream().map(UnitRow::calendar).toArray(String[]::new))
                    .param("programmes", texts(change.limits(), LimitPolicy::programme))
                    .param("clocks", texts(change.limits(), LimitPolicy::clock))
                    .param("keys", texts(change.limits(), LimitPolicy::key))
                    .param(
                            "limits",
                            texts(
                                    change.limits(),
                                    one -> one.limit() == null
                                            ? null
                                            : one.limit().toString()))
                    .param(
                            "opens",
                            change.limits().stream().map(LimitPolicy::openToo).toArray(Boolean[]::new))
                    .param("own", units.stream().map(UnitRow::own).toArray(Boolean[]::new))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void addToFirst(WrittenCalendar written) {
        database.sql(ADD_TO_FIRST)
                .param("code", written.code())
                .param("version", written.calendar().version())
                .param("facts", written.json())
                .update();
    }

    /** What is new in a timetable. */
    record Change(List<WrittenCalendar> calendars, List<UnitRow> units, List<LimitPolicy> limits) {

        static Change of(List<WrittenCalendar> calendars) {
            return new Change(calendars, List.of(), List.of());
        }
    }

    private static @Nullable String[] texts(List<LimitPolicy> limits, Function<LimitPolicy, @Nullable String> column) {
        return limits.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
