package org.huiyin.matter;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code matter} rows: read whole, locked, and written a batch at a time. */
final class Matters {

    private static final String COLUMNS = """
            m.id, m.programme, m.programme_version, m.version, m.state, m.list, m.worklist, m.round, m.title, m.public_title, m.place,
            m.category, m.kind, m.urgency, m.confidential, m.office_unit, m.lead_unit, m.co_units, m.desk_unit, m.raiser, m.complained_of,
            m.merged_into, m.merged_count, m.raised_at, m.updated_at, m.times, m.on_behalf
            """;
    // The join with unnest lets PostgreSQL look into one partition an id; "= any" would look into all of them.
    private static final String FIND = """
            select %s from unnest(?) u(id) join matter m on m.id = u.id
            """.formatted(COLUMNS);
    private static final String LOCK = """
            select %s from (select distinct x from unnest(?) t(x) order by x) u(id) join matter m on m.id = u.id for update of m
            """.formatted(COLUMNS);
    private static final String MERGED = """
            select m.id from unnest(?) u(id) join matter m on m.merged_into = u.id
            """;
    private static final String INSERT = """
            insert into matter (id, programme, programme_version, version, state, list, worklist, round, title, public_title, place, town,
              category, kind, urgency, confidential, office_unit, lead_unit, co_units, desk_unit, raiser, complained_of, merged_into,
              merged_count, raised_at, updated_at, due_at, near_at, times, on_behalf)
            select id, programme, programme_version, version, state, list, worklist, round, title, public_title, place, town,
              category, kind, urgency, confidential, office_unit, lead_unit, co_units::integer[], desk_unit, raiser, complained_of, merged_into,
              merged_count, timestamptz 'epoch' + raised_at * interval '1 microsecond', timestamptz 'epoch' + updated_at * interval '1 microsecond',
              timestamptz 'epoch' + due_at * interval '1 microsecond', timestamptz 'epoch' + near_at * interval '1 microsecond', times,
              on_behalf
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u(id, programme, programme_version, version,
              state, list, worklist, round, title, public_title, place, town, category, kind, urgency, confidential, office_unit, lead_unit,
              co_units, desk_unit, raiser, complained_of, merged_into, merged_count, raised_at, updated_at, due_at, near_at, times, on_behalf)
            """;
    private static final String UPDATE = """
            update matter m set version = u.version, state = u.state, list = u.list, worklist = u.worklist, round = u.round, title = u.title,
              public_title = u.public_title, place = u.place, town = u.town, category = u.category, kind = u.kind, urgency = u.urgency,
              confidential = u.confidential, office_unit = u.office_unit, lead_unit = u.lead_unit, co_units = u.co_units::integer[],
              desk_unit = u.desk_unit, complained_of = u.complained_of, merged_into = u.merged_into, merged_count = u.merged_count,
              updated_at = timestamptz 'epoch' + u.updated_at * interval '1 microsecond',
              due_at = timestamptz 'epoch' + u.due_at * interval '1 microsecond',
              near_at = timestamptz 'epoch' + u.near_at * interval '1 microsecond', times = u.times
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u(id, version, state, list, worklist, round,
              title, public_title, place, town, category, kind, urgency, confidential, office_unit, lead_unit, co_units, desk_unit, complained_of,
              merged_into, merged_count, updated_at, due_at, near_at, times, was_version)
            where m.id = u.id and m.version = u.was_version
            """;

    private Matters() {}

    /** The matters with these ids, without a lock. */
    static Map<Long, Matter> find(Connection connection, Collection<Long> ids) throws SQLException {
        return load(connection, FIND, ids);
    }

    /** The matters with these ids, locked in the order of their ids until the transaction ends. */
    static Map<Long, Matter> lock(Connection connection, Collection<Long> ids) throws SQLException {
        return load(connection, LOCK, ids);
    }

    /** Every matter merged into one of these, which are locked already, so that no more can join them. */
    static Map<Long, Matter> lockMerged(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Long> children = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MERGED)) {
            statement.setArray(1, array(connection, ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    children.add(row.getLong(1));
                }
            }
        }
        Map<Long, Matter> locked = lock(connection, children);
        locked.values().removeIf(child -> !ids.contains(child.mergedInto()));
        return locked;
    }

    /** Matters and their clocks in one message; the clocks are read after the matters are locked. */
    private static Map<Long, Matter> load(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        Map<Long, Matter> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql + ";\n" + Clocks.OF)) {
            statement.setArray(1, array(connection, ids));
            statement.setArray(2, array(connection, ids));
            statement.execute();
            ResultSet row = statement.getResultSet();
            while (row.next()) {
                found.put(row.getLong(1), read(row));
            }
            statement.getMoreResults();
            Map<Long, List<Clock>> clocks = Clocks.read(statement.getResultSet());
            found.replaceAll((id, matter) -> matter.withClocks(clocks.getOrDefault(id, List.of())));
        }
        return found;
    }

    private static Array array(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("int8", ids.toArray(Long[]::new));
    }

    static Matter read(ResultSet row) throws SQLException {
        return new Matter(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getBoolean(15),
                row.getInt(16),
                integer(row, 17),
                units(row.getArray(18)),
                integer(row, 19),
                id(row, 20),
                row.getBoolean(27),
                integer(row, 21),
                id(row, 22),
                row.getInt(23),
                instant(row, 24),
                instant(row, 25),
                Times.parse(row.getString(26)),
                List.of());
    }

    /** Stores matters that begin. */
    static void insert(Writes writes, Collection<Matter> begun) {
        Columns columns = new Columns(
                "int8", "text", "int4", "int4", "text", "text", "text", "int4", "text", "text", "text", "text", "text",
                "text", "text", "bool", "int4", "int4", "text", "int4", "int8", "int4", "int8", "int4", "int8", "int8",
                "int8", "int8", "text", "bool");
        for (Matter m : begun) {
            columns.add(
                    m.id(),
                    m.programme(),
                    m.programmeVersion(),
                    m.version(),
                    m.state(),
                    m.list(),
                    m.worklist(),
                    m.round(),
                    m.title(),
                    m.publicTitle(),
                    m.place(),
                    town(m.place()),
                    m.category(),
                    m.kind(),
                    m.urgency(),
                    m.confidential(),
                    m.office(),
                    m.lead(),
                    units(m.coHandlers()),
                    m.desk(),
                    m.raiser(),
                    m.complainedOf(),
                    m.mergedInto(),
                    m.merged(),
                    Columns.micros(m.raisedAt()),
                    Columns.micros(m.updatedAt()),
                    Columns.micros(m.due()),
                    Columns.micros(m.near()),
                    Times.format(m.times()),
                    m.onBehalf());
        }
        writes.addWhole(INSERT, columns);
    }

    /**
     * Stores what became of matters.
     *
     * @param locked each as it was when it was locked
     */
    static void update(Writes writes, Collection<Matter> changed, Map<Long, Matter> locked) {
        Columns columns = new Columns(
                "int8", "int4", "text", "text", "text", "int4", "text", "text", "text", "text", "text", "text", "text",
                "bool", "int4", "int4", "text", "int4", "int4", "int8", "int4", "int8", "int8", "int8", "text", "int4");
        for (Matter m : changed) {
            columns.add(
                    m.id(),
                    m.version(),
                    m.state(),
                    m.list(),
                    m.worklist(),
                    m.round(),
                    m.title(),
                    m.publicTitle(),
                    m.place(),
                    town(m.place()),
                    m.category(),
                    m.kind(),
                    m.urgency(),
                    m.confidential(),
                    m.office(),
                    m.lead(),
                    units(m.coHandlers()),
                    m.desk(),
                    m.complainedOf(),
                    m.mergedInto(),
                    m.merged(),
                    Columns.micros(m.updatedAt()),
                    Columns.micros(m.due()),
                    Columns.micros(m.near()),
                    Times.format(m.times()),
                    version(locked.get(m.id())));
        }
        writes.addWhole(UPDATE, columns);
    }

    /** The town or street of a place: what lists are kept by. */
    static String town(String place) {
        return place.length() <= 9 ? place : place.substring(0, 9);
    }

    private static int version(@Nullable Matter locked) {
        return locked == null ? 0 : locked.version();
    }

    private static @Nullable String units(List<Integer> units) {
        return units.isEmpty()
                ? null
                : "{" + String.join(",", units.stream().map(String::valueOf).toList()) + "}";
    }

    private static List<Integer> units(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
