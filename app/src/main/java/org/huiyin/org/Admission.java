package org.huiyin.org;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new places and units, all in one statement each; what is there already stays as it is. */
@Component
class Admission {

    private static final String PLACES = """
            insert into place (code, name_zh, name_en, level, parent_code, lat, lon)
            select code, name_zh, name_en, level, parent_code, lat, lon
            from unnest(:codes::text[], :zh::text[], :en::text[], :levels::text[], :parents::text[],
                        :lats::float8[], :lons::float8[]) as new (code, name_zh, name_en, level, parent_code, lat, lon)
            order by length(code), code
            on conflict (code) do nothing
            """;
    private static final String UNITS = """
            insert into unit (code, name_zh, name_en, class, place_code, dispatch_office, duties)
            select code, name_zh, name_en, class, place_code, dispatch_office, string_to_array(duties, '|')
            from unnest(:codes::text[], :zh::text[], :en::text[], :classes::text[], :places::text[],
                        :offices::boolean[], :duties::text[])
                 with ordinality as new (code, name_zh, name_en, class, place_code, dispatch_office, duties, nth)
            order by nth
            on conflict (code) do nothing
            """;
    private static final String PARENTS = """
            update unit
            set parent_id = above.id
            from unnest(:codes::text[], :parents::text[]) as new (code, parent)
            join unit above on above.code = new.parent
            where unit.code = new.code and unit.parent_id is null and unit.id <> above.id
            """;

    private final JdbcClient database;

    Admission(JdbcClient database) {
        this.database = database;
    }

    int places(List<Place> places) {
        return database.sql(PLACES)
                .param("codes", texts(places, Place::code))
                .param("zh", texts(places, place -> place.name().zh()))
                .param("en", texts(places, Admission::english))
                .param("levels", texts(places, place -> place.level().key()))
                .param("parents", texts(places, Place::parent))
                .param("lats", degrees(places, Place.Position::lat))
                .param("lons", degrees(places, Place.Position::lon))
                .update();
    }

    int units(List<NewUnit> units) {
        int added = database.sql(UNITS)
                .param("codes", texts(units, NewUnit::code))
                .param("zh", texts(units, unit -> unit.name().zh()))
                .param("en", texts(units, unit -> unit.name().en()))
                .param("classes", texts(units, unit -> unit.kind().key()))
                .param("places", texts(units, NewUnit::place))
                .param("offices", units.stream().map(NewUnit::dispatchOffice).toArray(Boolean[]::new))
                .param("duties", texts(units, unit -> String.join("|", unit.duties())))
                .update();
        database.sql(PARENTS)
                .param("codes", texts(units, NewUnit::code))
                .param("parents", texts(units, NewUnit::parent))
                .update();
        return added;
    }

    private static @Nullable String english(Place place) {
        return place.name().en().equals(place.name().zh()) ? null : place.name().en();
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
