package org.huiyin.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.map.Drawing.Figure;
import org.huiyin.org.Organisation;
import org.huiyin.org.OrganisationFixture;
import org.huiyin.org.Place;
import org.huiyin.programme.Text;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CityMapTest {

    private static final String SQUARES = """
            insert into boundary (place_code, shape, source, imported_at)
            values ('421002', 'POLYGON ((112 30, 112.2 30, 112.2 30.2, 112 30.2, 112 30))', 'test', now()),
                   ('421003', 'POLYGON ((112.2 30, 112.4 30, 112.4 30.2, 112.2 30.2, 112.2 30))', 'test', now())
            """;

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final Organisation organisation = OrganisationFixture.of(database);
    private final CityMap map = new CityMap(organisation);

    @BeforeEach
    void places() {
        organisation.admitPlaces(List.of(
                new Place("4210", new Text("荆州市", "Jingzhou"), Place.Level.CITY, null, null),
                county("421002", "沙市区", 112.1),
                county("421003", "荆州区", 112.3),
                county("421071", "开发区", 112.5)));
    }

    @Test
    void an_empty_installation_has_an_empty_map() {
        var nowhere = new CityMap(OrganisationFixture.of(JdbcClient.create(TestDatabase.fresh())));

        assertThat(nowhere.of(null, Map.of(), code -> code, Locale.CHINESE).figures())
                .isEmpty();
    }

    @Test
    void the_fullest_part_is_darkest_and_an_empty_one_has_no_shade() {
        var shades = new TreeMap<String, Integer>();
        draw().figures().forEach(part -> shades.put(part.code(), part.shade()));

        assertThat(shades).containsEntry("421002", 4).containsEntry("421003", 1).containsEntry("421071", 0);
    }

    @Test
    void with_boundaries_it_draws_them_and_the_rest_as_tiles_beneath() {
        database.sql(SQUARES).update();
        organisation.reload();

        var drawing = draw();

        assertThat(drawing.manner()).isEqualTo(Drawing.Manner.BOUNDARIES);
        assertThat(part(drawing, "421002").outline())
                .startsWith("M0 ")
                .contains("L320 ")
                .endsWith("z");
        assertThat(part(drawing, "421002").x()).isBetween(0.0, 320.0);
        assertThat(part(drawing, "421071").y())
                .isGreaterThan(part(drawing, "421003").y());
        assertThat(part(drawing, "421071").y()).isLessThan(drawing.height());
    }

    private Drawing draw() {
        return map.of(null, Map.of("421002", 400L, "421003", 7L), code -> "/board?place=" + code, Locale.CHINESE);
    }

    private static Figure part(Drawing drawing, String code) {
        return drawing.figures().stream()
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Place county(String code, String name, double lon) {
        return new Place(code, new Text(name, name), Place.Level.COUNTY, "4210", new Place.Position(30.1, lon));
    }
}
