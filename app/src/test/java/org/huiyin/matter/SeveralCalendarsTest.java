package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.matter.TestDesk.ROADS;
import static org.huiyin.matter.TestDesk.WATER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.PublishedCalendars;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeveralCalendarsTest {

    private static final Instant BY_THE_CITYS = TestClock.instant("2026-03-10T17:30");
    /** Five days of twenty-four hours after Tuesday the 3rd. */
    private static final Instant AROUND_THE_CLOCK = TestClock.instant("2026-03-09T00:00");

    private final PublishedCalendars calendars = new PublishedCalendars();
    private final TestDesk town = new TestDesk(ProgrammeReader.packaged(), calendars);

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void a_unit_is_judged_by_its_own_calendar_and_others_by_the_citys() {
        calendars.units(Map.of(ROADS, "always"));

        MatterNumber theirs = dispatched(ROADS);
        MatterNumber others = dispatched(WATER);

        assertThat(due(theirs)).isEqualTo(AROUND_THE_CLOCK);
        assertThat(due(others)).isEqualTo(BY_THE_CITYS);
        assertThat(resolve(theirs).calendar()).startsWith("always-");
        assertThat(town.matter(theirs).clocks())
                .filteredOn(clock -> clock.name().equals("dispatch"))
                .extracting(Clock::calendar)
                .allMatch(version -> version.startsWith("cn-"));
    }

    @Test
    void what_is_handed_over_is_judged_by_the_calendar_of_whoever_has_it_now() {
        calendars.units(Map.of(ROADS, "always"));
        MatterNumber number = dispatched(WATER);

        town.taken(
                number, TestDesk.DISPATCHER, "reassign", Map.of("lead", (long) ROADS, "reassign-reason", "路灯归市政管理处"));

        assertThat(due(number)).isEqualTo(AROUND_THE_CLOCK);
    }

    @Test
    void a_unit_that_gets_another_calendar_has_its_open_clocks_reckoned_again_and_nobody_else() throws SQLException {
        MatterNumber theirs = dispatched(ROADS);
        MatterNumber others = dispatched(WATER);
        MatterNumber ended = town.raise();
        town.answered(ended);

        calendars.units(Map.of(ROADS, "always"));
        long taken = takeOver();

        assertThat(due(theirs)).isEqualTo(AROUND_THE_CLOCK);
        assertThat(due(others)).isEqualTo(BY_THE_CITYS);
        assertThat(taken).isEqualTo(open(theirs, "always") + open(ended, "always"));
        assertThat(town.matter(ended).clocks())
                .filteredOn(clock -> !clock.open())
                .extracting(Clock::calendar)
                .allMatch(version -> version.startsWith("cn-"));
    }

    @Test
    void publishing_one_calendar_leaves_the_clocks_of_the_others_alone() throws SQLException {
        calendars.units(Map.of(ROADS, "always"));
        MatterNumber theirs = dispatched(ROADS);
        MatterNumber others = dispatched(WATER);
        takeOver();

        calendars.dayOff("always", "2026-03-05", "2026-03-05");
        long taken = takeOver();

        assertThat(due(theirs)).isEqualTo(AROUND_THE_CLOCK.plus(Duration.ofDays(1)));
        assertThat(due(others)).isEqualTo(BY_THE_CITYS);
        assertThat(taken).isEqualTo(open(theirs, "always"));
    }

    @Test
    void a_pass_over_units_ends_only_after_a_look_that_began_when_every_machine_had_heard_of_it() throws SQLException {
        dispatched(ROADS);
        calendars.units(Map.of(ROADS, "always"));
        Rederivation pass = new Rederivation(town.equipment, 1);

        Rederivation.Went went = Rederivation.Went.ON;
        for (int i = 0; i < 100 && went != Rederivation.Went.DONE; i++) {
            went = pass.batch();
        }

        assertThat(went).isNotEqualTo(Rederivation.Went.DONE);
        takeOver();
    }

    private MatterNumber dispatched(int unit) {
        MatterNumber number = town.raise();
        town.taken(number, TestDesk.DISPATCHER, "dispatch", TestDesk.dispatching(unit));
        return number;
    }

    private Clock resolve(MatterNumber number) {
        return town.matter(number).openClock("resolve").orElseThrow();
    }

    private Instant due(MatterNumber number) {
        return resolve(number).deadline().due();
    }

    private long open(MatterNumber number, String calendar) {
        return town.matter(number).clocks().stream()
                .filter(clock -> clock.open() && clock.calendar().startsWith(calendar))
                .count();
    }

    /** Returns how many clocks were taken over. */
    private long takeOver() throws SQLException {
        Rederivation pass = new Rederivation(town.equipment);
        untilNothingIsLeft(pass);
        town.clock.forward(Duration.ofSeconds(11));
        assertThat(untilNothingIsLeft(pass)).isEqualTo(Rederivation.Went.DONE);
        return pass.progress().orElseThrow().clocks();
    }

    private static Rederivation.Went untilNothingIsLeft(Rederivation pass) throws SQLException {
        Rederivation.Went went = Rederivation.Went.ON;
        while (went == Rederivation.Went.ON) {
            went = pass.batch();
        }
        return went;
    }
}
