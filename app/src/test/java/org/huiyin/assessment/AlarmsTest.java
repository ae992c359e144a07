package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.MeasuresReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private final CountedTown town = new CountedTown();
    private final Alarms alarms = new Alarms(town.sql());
    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_rate_above_what_is_plausible_is_raised_only_over_two_hundred_cases() {
        Figures figures = new Figures();
        for (String part : List.of("valid", "contacted", "solved", "satisfied")) {
            figures.add("21", part, 201);
            figures.add("22", part, 200);
        }
        figures.add("23", "valid", 1000);
        figures.add("23", "solved", 999);

        assertThat(raised(figures))
                .containsExactlyInAnyOrder("too-good 21 response", "too-good 21 solve", "too-good 21 satisfaction");
    }

    @Test
    void many_ratings_entered_by_staff_and_many_answers_in_the_last_hour_are_raised() {
        Figures figures = new Figures();
        figures.add("21", "rated-by-staff", 3);
        figures.add("21", "valid", 17);
        figures.add("22", "rated-by-staff", 2);
        figures.add("22", "valid", 18);
        figures.add("21", "answered", 20);
        figures.add("21", "last-hour", 7);
        figures.add("22", "answered", 20);
        figures.add("22", "last-hour", 6);

        assertThat(raised(figures)).containsExactlyInAnyOrder("by-staff 21 rated-by-staff", "last-hour 21 last-hour");
    }

    @Test
    void satisfied_and_yet_reopened_is_raised_with_one_matter() {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.answer(matter);
        town.rate(matter, "yes", "yes", "satisfied");
        town.step(matter, "reopen", Map.of("reopen-reason", "路面又塌了"));

        assertThat(raised(counted())).containsExactly("reversed 21 asked-again");
    }

    @Test
    void a_rush_before_the_cut_off_and_one_account_that_rates_all_are_raised() {
        town.clock.moveTo("2026-03-18T11:30");
        for (int i = 0; i < 20; i++) {
            MatterNumber matter = town.raise();
            town.dispatch(matter, CountedTown.WATER);
            town.answer(matter);
            town.rateAsResident(matter);
        }

        assertThat(raised(counted())).contains("cut-off-rush 22 answered", "one-rater 22 valid");
    }

    private Figures counted() {
        return new CountedFigures(town.sql(), town.counting)
                .of(measures, Dimension.UNIT, month(), town.clock.instant(), LeftOut.NOTHING);
    }

    private List<String> raised(Figures figures) {
        return alarms.of(measures, month(), figures).stream()
                .map(one -> one.alarm().name() + " " + one.unit() + " " + one.what())
                .toList();
    }

    private static Period month() {
        return Period.parse(
                        "2026-03", MeasuresReader.packaged().of("three-lists").getFirst(), CountedTown.ZONE)
                .orElseThrow();
    }
}
