package org.huiyin.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.city.DemoCity;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandbookPageTest {

    private final TestApp app = TestApp.start();
    private final Programme programme = ProgrammeReader.packaged().version("three-lists", 1);

    @Test
    void the_drawing_shows_every_state_in_the_readers_language() {
        String drawing = ChartSvg.of(programme, Locale.ENGLISH);

        assertThat(programme.states().values())
                .allSatisfy(state ->
                        assertThat(drawing).contains(">" + state.title().en() + "<"));
    }

    @Test
    void an_unknown_programme_is_not_found_and_a_resident_is_not_let_in() {
        assertThat(Visitor.signedIn(app, "chengguan")
                        .get("/desk/programmes/no-such")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(app, "resident")
                        .get("/desk/programmes/three-lists")
                        .statusCode())
                .isEqualTo(403);
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void staff_see_how_the_three_lists_go(Look look) {
        Visitor.to(app); // the city has its people
        try (Visit visit = Visit.to(app, look)) {
            visit.page().navigate("/sign-in");
            visit.page().fill("input[name=login]", "chengguan");
            visit.page().fill("input[name=password]", DemoCity.PASSWORD);
            visit.page().press("input[name=password]", "Enter");
            visit.page().waitForURL("**/desk*");
            visit.page().navigate("/desk/programmes/three-lists");

            visit.screenshot("handbook");
            assertThat(visit.page().locator("svg.chart .state").count())
                    .isEqualTo(programme.states().size());
            assertThat(visit.page().locator(".steps-table tbody tr").count())
                    .isEqualTo(programme.steps().size());
            visit.assertFits();
            visit.assertAccessible();
        }
    }
}
