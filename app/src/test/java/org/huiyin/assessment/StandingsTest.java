package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.huiyin.programme.Measures;
import org.huiyin.programme.MeasuresReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();

    @Test
    void ties_share_a_rank_and_the_next_one_is_left_out() {
        Figures figures = new Figures();
        rated(figures, 1, 20, 20);
        rated(figures, 2, 20, 15);
        rated(figures, 3, 40, 30);
        rated(figures, 4, 20, 3);

        List<Standing> ranked = departments(figures, null, 1, 2, 3, 4);

        assertThat(ranked).extracting(Standing::unit).containsExactly(1, 2, 3, 4);
        assertThat(ranked).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
    }

    @Test
    void a_unit_with_fewer_than_twenty_cases_is_shown_without_a_rank() {
        Figures figures = new Figures();
        rated(figures, 1, 19, 19);
        rated(figures, 2, 20, 1);

        List<Standing> ranked = departments(figures, null, 1, 2);

        assertThat(ranked).extracting(Standing::unit).containsExactly(2, 1);
        assertThat(ranked).extracting(Standing::rank).containsExactly(1, null);
    }

    @Test
    void units_are_ranked_within_their_class_only() {
        Figures figures = new Figures();
        rated(figures, 1, 20, 5);
        rated(figures, 2, 20, 20);
        Roster roster =
                new Roster(List.of(new Roster.Member(1, "a", "county"), new Roster.Member(2, "b", "department")));

        Standings standings = Standings.of(measures, roster, figures, null);

        assertThat(standings.classes().get("county")).extracting(Standing::rank).containsExactly(1);
        assertThat(standings.classes().get("department"))
                .extracting(Standing::rank)
                .containsExactly(1);
        assertThat(standings.classes().get("enterprise")).isEmpty();
    }

    @Test
    void the_change_is_that_of_the_published_percentages() {
        Figures before = new Figures();
        rated(before, 1, 30, 10);
        Figures now = new Figures();
        rated(now, 1, 30, 20);
        rated(now, 2, 20, 20);

        List<Standing> ranked = departments(now, before, 1, 2);

        assertThat(ranked.get(1).change()).isEqualTo("33.34");
        assertThat(ranked.get(1).rankBefore()).isEqualTo(1);
        assertThat(ranked.get(0).change()).isNull();
        assertThat(ranked.get(0).rankBefore()).isNull();
    }

    private List<Standing> departments(Figures figures, @Nullable Figures before, Integer... units) {
        Roster roster = new Roster(Arrays.stream(units)
                .map(unit -> new Roster.Member(unit, "u" + unit, "department"))
                .toList());
        return List.copyOf(
                Standings.of(measures, roster, figures, before).classes().getOrDefault("department", List.of()));
    }

    /** All contacted, and as many solved and satisfied as said. */
    private static void rated(Figures figures, int unit, long valid, long good) {
        String key = Integer.toString(unit);
        figures.add(key, "valid", valid);
        figures.add(key, "contacted", good);
        figures.add(key, "solved", good);
        figures.add(key, "satisfied", good);
    }
}
