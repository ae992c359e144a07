package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number leads to exactly what it counts: as many rows on all pages of its list together, or the same value with what it is made of. */
class EveryNumberTest {

    private final TestApp app = ToldCity.app();

    @Test
    void of_the_assessment_by_class_place_and_category() {
        String[] pages = Stream.of("county", "town", "department", "enterprise", "place", "category")
                .map(by -> "/desk/assessment?period=" + ToldCity.MONTH + "&by=" + by)
                .toArray(String[]::new);

        NumberWalk walk = new NumberWalk(Visitor.signedIn(app, "duban")).from(pages);

        assertThat(walk.wrong()).isEmpty();
        assertThat(walk.shares()).hasSizeGreaterThan(300);
        assertThat(walk.counts()).hasSizeGreaterThan(300);
        assertThat(walk.counts().values()).anyMatch(n -> n > MatterRows.ROWS);
    }

    @Test
    void of_a_calendar_month_a_quarter_and_the_towns_of_a_county() {
        NumberWalk walk = new NumberWalk(Visitor.signedIn(app, "duban"))
                .from(
                        "/desk/assessment?period=month/2026-02&by=county",
                        "/desk/assessment?period=2026-Q1&by=enterprise",
                        "/desk/assessment?period=" + ToldCity.MONTH + "&by=place&key=421002");

        assertThat(walk.wrong()).isEmpty();
        assertThat(walk.counts()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "shashi-leader", "duban", "chengguan-head", "chaoyang"})
    void of_the_cockpit_whoever_looks(String login) {
        NumberWalk walk = new NumberWalk(Visitor.signedIn(app, login)).from("/cockpit", "/cockpit?place=421002");

        assertThat(walk.wrong()).isEmpty();
        assertThat(walk.counts()).hasSizeGreaterThan(100);
        assertThat(walk.counts().keySet())
                .anyMatch(link -> link.startsWith("/cockpit/late"))
                .anyMatch(link -> link.startsWith("/cockpit/list"))
                .anyMatch(link -> link.startsWith("/cockpit/asked"));
        assertThat(walk.shares()).hasSizeGreaterThan(10);
    }

    @Test
    void of_a_unit_as_its_head_its_supervisor_and_a_leader_see_it() {
        for (String login : new String[] {"chengguan-head", "duban", "leader"}) {
            NumberWalk walk = new NumberWalk(Visitor.signedIn(app, login))
                    .from("/units/jz-cg", "/units/jz-cg?period=" + ToldCity.MONTH);

            assertThat(walk.wrong()).as(login).isEmpty();
            assertThat(walk.counts()).as(login).hasSizeGreaterThan(20);
            assertThat(walk.counts().keySet()).contains("/units/jz-cg/matters?list=due-today");
        }
    }
}
