package org.huiyin.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of places, units and boundaries whole; they are small. */
@Component
class OrganisationRows {

    private static final String PLACES = """
            select code, name_zh, name_en, level, parent_code, lat, lon
            from place
            order by code
            """;
    private static final String UNITS = """
            select id, code, name_zh, name_en, parent_id, class, place_code, dispatch_office, active, duties
            from unit
            order by id
            """;
    private static final String BOUNDARIES = """
            select place_code, shape
            from boundary
            order by place_code
            """;

    private final JdbcClient database;

    OrganisationRows(JdbcClient database) {
        this.database = database;
    }

    Units units() {
        return Units.of(database.sql(UNITS).query((row, n) -> unit(row)).list());
    }

    Places places() {
        var places = database.sql(PLACES).query((row, n) -> place(row)).list();
        return new Places(places, Boundaries.of(shapes()));
    }

    private Map<String, String> shapes() {
        var shapes = new LinkedHashMap<String, String>();
        database.sql(BOUNDARIES).query(row -> {
            shapes.put(row.getString("place_code"), row.getString("shape"));
        });
        return shapes;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("code"),
                text(row),
                Place.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getString("parent_code"),
                position(row));
    }

    private static Place.@Nullable Position position(ResultSet row) throws SQLException {
        double lat = row.getDouble("lat");
        return row.wasNull() ? null : new Place.Position(lat, row.getDouble("lon"));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getInt("id"),
                row.getString("code"),
                text(row),
                row.getObject("parent_id", Integer.class),
                Unit.Kind.valueOf(row.getString("class").toUpperCase(Locale.ROOT)),
                row.getString("place_code"),
                row.getBoolean("dispatch_office"),
                row.getBoolean("active"),
                strings(row, "duties"));
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    private static Text text(ResultSet row) throws SQLException {
        var zh = row.getString("name_zh");
        var en = row.getString("name_en");
        return new Text(zh, en == null ? zh : en);
    }
}
