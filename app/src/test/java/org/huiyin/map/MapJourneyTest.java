package org.huiyin.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MapJourneyTest {

    private final TestApp app = TestApp.start();

    static Stream<Look> looks() {
        return Look.all();
    }

    @BeforeEach
    void city() {
        app.bean(DemoCity.class).load(Progress.SILENT);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_schematic_is_readable_in_every_look(Look look) {
        try (var visit = Visit.to(app, look)) {
            visit.page().navigate("/_map?lang=" + look.language());
            visit.screenshot("map");

            visit.assertAccessible();
            visit.assertFits();
            visit.assertNoComplaints();
        }
    }

    @Test
    void a_county_opens_its_towns() {
        try (var visit = Visit.to(app, Look.DESK)) {
            visit.page().navigate("/_map");
            visit.page().locator("a.citymap-part[aria-label^='监利市']").click();
            visit.screenshot("map-towns");

            assertThat(visit.page().locator("h1").textContent()).isEqualTo("监利市");
            assertThat(visit.page().locator("a.citymap-part").count()).isEqualTo(23);
        }
    }

    @Test
    void a_typed_position_is_told_in_words() {
        try (var visit = Visit.to(app, Look.PHONE)) {
            visit.page().navigate("/_map");
            visit.page().fill("#sample-position", "29.83,113.49");
            visit.page().locator("#sample-position").blur();

            visit.page().waitForSelector("[data-where]:has-text('洪湖市附近')");
        }
    }
}
