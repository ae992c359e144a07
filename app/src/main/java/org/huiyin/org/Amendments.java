package org.huiyin.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes units, places and posts what a table says they are: what is there is changed, what is not is added, nothing is deleted. Part of the
 * caller's transaction; who calls it reloads the {@link Organisation} afterwards.
 */
@Component
public class Amendments {

    /** Two units may change places as the office of a place, so both let go first. */
    private static final String LET_GO = """
            update unit set dispatch_office = false where code = any(:codes) and dispatch_office
            """;

    private static final String UNITS = """
            insert into unit (code, name_zh, name_en, class, place_code, dispatch_office, active, duties)
            select code, name_zh, name_en, class, place_code, dispatch_office, active, string_to_array(duties, '|')
            from unnest(:codes::text[], :zh::text[], :en::text[], :classes::text[], :places::text[], :offices::boolean[],
              :actives::boolean[], :duties::text[])
              with ordinality as new (code, name_zh, name_en, class, place_code, dispatch_office, active, duties, nth)
            order by nth
            on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, class = excluded.class,
              place_code = excluded.place_code, dispatch_office = excluded.dispatch_office, active = excluded.active, duties = excluded.duties
            """;
    private static final String PARENTS = """
            update unit set parent_id = (select above.id from unit above where above.code = new.parent)
            from unnest(:codes::text[], :parents::text[]) as new (code, parent) where unit.code = new.code
            """;
    private static final String PLACES = """
            insert into place (code, name_zh, name_en, level, parent_code, lat, lon)
            select code, name_zh, name_en, level, parent_code, lat, lon
            from unnest(:codes::text[], :zh::text[], :en::text[], :levels::text[], :parents::text[], :lats::float8[], :lons::float8[])
              as new (code, name_zh, name_en, level, parent_code, lat, lon)
            order by length(code), code
            on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, lat = excluded.lat, lon = excluded.lon
            """;
    private static final String UNUSED_PLACES = """
            delete from place p where p.code = any(:codes)
              and not exists (select 1 from unit u where u.place_code = p.code)
              and not exists (select 1 from matter m where m.place = p.code)
              and not exists (select 1 from boundary b where b.place_code = p.code)
              and not exists (select 1 from place inner_one where inner_one.parent_code = p.code and inner_one.code <> all(:codes))
            """;
    private static final String STAFF = """
            select post.id, person.id as person, person.name, person.sealed_phone, account.login, unit.code as unit, post.role, post.title,
              post.reach_places, post.reach_everywhere, post.active
            from post join person on person.id = post.person_id join unit on unit.id = post.unit_id
            left join account on account.person_id = person.id
            order by post.id
            """;
    private static final String PERSONS = """
            update person set name = new.name, phone = null, sealed_phone = new.phone
            from unnest(:ids::bigint[], :names::text[], :phones::bytea[]) as new (id, name, phone) where person.id = new.id
            """;
    private static final String POSTS = """
            update post set unit_id = unit.id, role = new.role, title = new.title, reach_places = string_to_array(new.places, '|'),
              reach_everywhere = new.everywhere, active = new.active
            from unnest(:ids::bigint[], :units::text[], :roles::text[], :titles::text[], :places::text[], :everywhere::boolean[],
              :actives::boolean[]) as new (id, unit, role, title, places, everywhere, active)
            join unit on unit.code = new.unit where post.id = new.id
            """;
    private static final String MORE_POSTS = """
            insert into post (person_id, unit_id, role, title, reach_places, reach_everywhere, active)
            select new.person, unit.id, new.role, new.title, string_to_array(new.places, '|'), new.everywhere, new.active
            from unnest(:persons::bigint[], :units::text[], :roles::text[], :titles::text[], :places::text[], :everywhere::boolean[],
              :actives::boolean[]) as new (person, unit, role, title, places, everywhere, active)
            join unit on unit.code = new.unit
            """;

    private final JdbcClient database;
    private final Keyring keyring;

    Amendments(JdbcClient database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /** A unit as it is to stand; {@code parent} is the code of the unit above, null for the outermost. */
    public record UnitRow(
            String code,
            Text name,
            @Nullable String parent,
            Unit.Kind kind,
            @Nullable String place,
            boolean dispatchOffice,
            boolean active,
            List<String> duties) {}

    /**
     * A post as it is to stand, and who holds it.
     *
     * @param post 0 for one that is new
     * @param login null for who has no account
     */
    public record StaffRow(
            long post,
            long person,
            String name,
            @Nullable String phone,
            @Nullable String login,
            String unit,
            Role role,
            String title,
            List<String> places,
            boolean everywhere,
            boolean active) {}

    public void units(List<UnitRow> rows) {
        String[] codes = rows.stream().map(UnitRow::code).toArray(String[]::new);
        database.sql(LET_GO).param("codes", codes).update();
        database.sql(UNITS)
                .param("codes", codes)
                .param("zh", texts(rows, row -> row.name().zh()))
                .param("en", texts(rows, row -> row.name().en()))
                .param("classes", texts(rows, row -> row.kind().key()))
                .param("places", texts(rows, UnitRow::place))
                .param("offices", rows.stream().map(UnitRow::dispatchOffice).toArray(Boolean[]::new))
                .param("actives", rows.stream().map(UnitRow::active).toArray(Boolean[]::new))
                .param("duties", texts(rows, row -> String.join("|", row.duties())))
                .update();
        database.sql(PARENTS)
                .param("codes", codes)
                .param("parents", texts(rows, UnitRow::parent))
                .update();
    }

    /** Names and positions; what a code means and where it belongs stays. */
    public void places(List<Place> rows) {
        database.sql(PLACES)
                .param("codes", texts(rows, Place::code))
                .param("zh", texts(rows, row -> row.name().zh()))
                .param("en", texts(rows, row -> row.name().en()))
                .param("levels", texts(rows, row -> row.level().key()))
                .param("parents", texts(rows, Place::parent))
                .param("lats", degrees(rows, Place.Position::lat))
                .param("lons", degrees(rows, Place.Position::lon))
                .update();
    }

    /** Takes places away again that nothing refers to; returns how many. */
    public int removeUnusedPlaces(List<String> codes) {
        return database.sql(UNUSED_PLACES)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    /** Every post there is, and who holds it. */
    public List<StaffRow> staff() {
        return database.sql(STAFF).query((row, n) -> staff(row)).list();
    }

    private StaffRow staff(ResultSet row) throws SQLException {
        return new StaffRow(
                row.getLong("id"),
                row.getLong("person"),
                row.getString("name"),
                SealedPeople.openPhone(keyring, row.getLong("person"), row.getBytes("sealed_phone")),
                row.getString("login"),
                row.getString("unit"),
                Role.valueOf(row.getString("role")),
                row.getString("title"),
                OrganisationRows.strings(row, "reach_places"),
                row.getBoolean("reach_everywhere"),
                row.getBoolean("active"));
    }

    /** Changes posts that are there, with the names and telephones of who holds them. */
    public void changeStaff(List<StaffRow> rows) {
        database.sql(PERSONS)
                .param("ids", rows.stream().map(StaffRow::person).toArray(Long[]::new))
                .param("names", texts(rows, StaffRow::name))
                .param(
                        "phones",
                        rows.stream()
                                .map(row -> SealedPeople.phone(keyring, row.person(), row.phone()))
                                .toArray(byte[][]::new))
                .update();
        posts(database.sql(POSTS), rows)
                .param("ids", rows.stream().map(StaffRow::post).toArray(Long[]::new))
                .update();
    }

    /** Gives people who are there another post. */
    public void addPosts(List<StaffRow> rows) {
        posts(database.sql(MORE_POSTS), rows)
                .param("persons", rows.stream().map(StaffRow::person).toArray(Long[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec posts(JdbcClient.StatementSpec statement, List<StaffRow> rows) {
        return statement
                .param("units", texts(rows, StaffRow::unit))
                .param("roles", texts(rows, row -> row.role().name()))
                .param("titles", texts(rows, StaffRow::title))
                .param("places", texts(rows, row -> String.join("|", row.places())))
                .param("everywhere", rows.stream().map(StaffRow::everywhere).toArray(Boolean[]::new))
                .param("actives", rows.stream().map(StaffRow::active).toArray(Boolean[]::new));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }

    private static @Nullable Double[] degrees(List<Place> places, Function<Place.Position, Double> coordinate) {
        var degrees = new @Nullable Double[places.size()];
        for (int i = 0; i < degrees.length; i++) {
            var position = places.get(i).position();
            degrees[i] = position == null ? null : coordinate.apply(position);
        }
        return degrees;
    }
}
