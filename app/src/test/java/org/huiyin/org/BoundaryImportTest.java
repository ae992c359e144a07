package org.huiyin.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.huiyin.programme.Text;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BoundaryImportTest {

    /** Three squares a tenth of a degree wide: an outer county and two of its towns. */
    private static final String COUNTY = square("421002", "沙市区", 112.2, 30.2, 0.2);

    private static final String TOWN = square("421002005", "朝阳街道", 112.2, 30.3, 0.1);
    private static final String OLD_CODE = square("421023", "监利市", 112.8, 29.8, 0.2);

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final Organisation organisation = OrganisationFixture.of(database);
    private final BoundaryImport boundaries = new BoundaryImport(
            database,
            organisation,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            TestClock.at("2026-03-03T09:00"));

    @BeforeEach
    void places() {
        organisation.admitPlaces(List.of(
                place("4210", "荆州市", Place.Level.CITY),
                place("421002", "沙市区", Place.Level.COUNTY),
                place("421002005", "朝阳街道", Place.Level.TOWN),
                place("421088", "监利市", Place.Level.COUNTY)));
    }

    @Test
    void a_position_is_found_in_the_innermost_place() {
        var report = take(Crs.WGS84, false, COUNTY, TOWN);

        assertThat(report.stored()).containsExactly("421002", "421002005");
        assertThat(organisation.places().at(30.35, 112.25)).map(Place::code).contains("421002005");
        assertThat(organisation.places().at(30.25, 112.35)).map(Place::code).contains("421002");
        assertThat(organisation.places().at(31.0, 112.25)).isEmpty();
    }

    @Test
    void an_unknown_code_is_reported_with_the_place_of_the_same_name() {
        var report = take(Crs.WGS84, false, COUNTY, OLD_CODE);

        assertThat(report.stored()).containsExactly("421002");
        assertThat(report.mismatches()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.code()).isEqualTo("421023");
            assertThat(mismatch.perhaps()).isNotNull().extracting(Place::code).isEqualTo("421088");
        });
    }

    @Test
    void asked_by_name_it_takes_that_place() {
        var report = take(Crs.WGS84, true, OLD_CODE);

        assertThat(report.stored()).containsExactly("421088");
        assertThat(report.mismatches()).isEmpty();
    }

    @Test
    void a_shifted_file_is_shifted_back() {
        take(Crs.GCJ02, false, TOWN);

        var corner =
                organisation.places().boundaries().of("421002005").orElseThrow().getEnvelopeInternal();
        assertThat(112.2 - corner.getMinX()).isBetween(0.003, 0.008);
        assertThat(corner.getMinY() - 30.3).isBetween(0.0005, 0.004);
    }

    @Test
    void one_bad_feature_stops_the_file_and_is_named() {
        var swapped = square("421088", "监利市", 29.8, 112.8, 0.2);
        var open = TOWN.replace("[112.2,30.3]]]", "[112.21,30.3]]]");
        var far = square("421088", "监利市", 120.0, 29.8, 0.2);

        assertThat(take(Crs.WGS84, false, COUNTY, swapped).faults())
                .singleElement()
                .asString()
                .contains("feature 2", "swapped");
        assertThat(take(Crs.WGS84, false, open).faults())
                .singleElement()
                .asString()
                .contains("does not end where it begins");
        assertThat(take(Crs.WGS84, false, far).faults())
                .singleElement()
                .asString()
                .contains("km from where the place is");
        assertThat(organisation.places().boundaries().none()).isTrue();
    }

    @Test
    void rubbish_is_refused_in_words() {
        assertThat(rubbish("not json")).contains("no JSON");
        assertThat(rubbish("{\"type\":\"Point\"}")).contains("no GeoJSON FeatureCollection");
        assertThat(rubbish("{\"type\":\"FeatureCollection\",\"features\":[]}")).contains("no features");
        assertThat(rubbish(collection("{\"type\":\"Feature\",\"properties\":{\"adcode\":1},\"geometry\":null}")))
                .contains("feature 1: a boundary is a Polygon");
        assertThat(rubbish(collection(TOWN.replace("112.2,", "\"x\",")))).contains("no pair of numbers");
        assertThat(rubbish("[".repeat(5000))).contains("no JSON");
    }

    @Test
    void importing_again_replaces() {
        take(Crs.WGS84, false, COUNTY);

        take(Crs.WGS84, false, square("421002", "沙市区", 112.3, 30.3, 0.1));

        assertThat(organisation.places().at(30.25, 112.25)).isEmpty();
    }

    private String rubbish(String text) {
        var report = boundaries.take(text.getBytes(StandardCharsets.UTF_8), Crs.WGS84, false, "test");
        assertThat(report.stored()).isEmpty();
        return String.join("\n", report.faults());
    }

    private BoundaryImport.Report take(Crs crs, boolean byName, String... features) {
        return boundaries.take(collection(features).getBytes(StandardCharsets.UTF_8), crs, byName, "test");
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String square(String code, String name, double west, double south, double width) {
        double east = west + width;
        double north = south + width;
        return """
                {"type":"Feature","properties":{"adcode":%s,"name":"%s"},"geometry":{"type":"Polygon",
                "coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}""".formatted(code, name, west, south, east, south, east, north, west, north, west, south);
    }

    private static Place place(String code, String name, Place.Level level) {
        var parent = level == Place.Level.CITY
                ? null
                : code.substring(0, Place.Level.values()[level.ordinal() - 1].codeLength());
        var position = code.equals("421088") ? new Place.Position(29.84, 112.90) : null;
        return new Place(code, new Text(name, name), level, parent, position);
    }
}
