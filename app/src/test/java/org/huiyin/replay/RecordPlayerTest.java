package org.huiyin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordPlayerTest {

    private static final Reading BALTIMORE = Reading.of(RecordKind.BALTIMORE_311, Tables.own("baltimore.csv"));
    private static final Reading TEDDY = Reading.of(RecordKind.TEDDY_REPLIED, Tables.own("teddy.csv"));

    @Test
    void every_record_becomes_a_matter_that_stands_as_its_record_says() throws Exception {
        try (var app = new ReplayApp()) {
            var replayed = app.play(BALTIMORE);

            assertThat(app.states())
                    .containsEntry("18-0001", "closed")
                    .containsEntry("18-0003", "in-hand")
                    .containsEntry("18-0004", "dispatched")
                    .containsEntry("18-0005", "merged")
                    .containsEntry("18-0006", "closed")
                    .containsEntry("18-0007", "transferred")
                    .containsEntry("18-0015", "closed")
                    .containsEntry("18-0016", "in-hand")
                    .hasSize(11);
            assertThat(replayed.matters()).isEqualTo(11);
            assertThat(replayed.onTime()).isEqualTo(BALTIMORE.onTime());
            assertThat(replayed.conservation().holds()).isTrue();
            assertThat(replayed.conservation().raised()).isEqualTo(11);
            assertThat(app.examined().differences()).isEmpty();
        }
    }

    @Test
    void what_the_rules_refuse_is_listed_and_the_rest_goes_on() {
        try (var app = new ReplayApp()) {
            assertThat(app.play(BALTIMORE).refused())
                    .extracting(RefusedStep::toString)
                    .containsExactly("T-18 (line 20), raise: the programme was not in force then");
        }
    }

    @Test
    void a_second_replay_changes_nothing() {
        try (var app = new ReplayApp()) {
            var first = app.play(BALTIMORE);
            var steps = app.steps();

            var second = app.play(BALTIMORE);

            assertThat(second.fresh()).isZero();
            assertThat(second.matters()).isEqualTo(first.matters());
            assertThat(second.steps()).isEqualTo(first.steps()).isEqualTo(steps.size());
            assertThat(app.steps()).isEqualTo(steps);
        }
    }

    @Test
    void a_replay_that_was_cut_off_goes_on_where_it_stopped() {
        try (var whole = new ReplayApp();
                var cut = new ReplayApp()) {
            var uninterrupted = whole.play(BALTIMORE);

            assertThatThrownBy(() -> cut.play(BALTIMORE, RecordPlayerTest::cutHalfWay))
                    .isInstanceOf(IllegalStateException.class);
            int before = cut.steps().size();
            var resumed = cut.play(BALTIMORE);

            assertThat(before).isBetween(1, whole.steps().size() - 1);
            assertThat(cut.steps()).isEqualTo(whole.steps());
            assertThat(resumed.onTime()).isEqualTo(uninterrupted.onTime());
            assertThat(resumed.fresh()).isLessThan(uninterrupted.fresh());
        }
    }

    private static void cutHalfWay(long done, long of) {
        if (done > of / 2) {
            throw new IllegalStateException("cut");
        }
    }

    @Test
    void both_kinds_live_side_by_side() throws Exception {
        try (var app = new ReplayApp()) {
            app.play(BALTIMORE);

            var replayed = app.play(TEDDY);

            assertThat(replayed.matters()).isEqualTo(4);
            assertThat(replayed.refused()).isEmpty();
            assertThat(replayed.onTime()).isEqualTo(TEDDY.onTime());
            assertThat(replayed.conservation().holds()).isTrue();
            assertThat(replayed.conservation().raised()).isEqualTo(15);
            assertThat(app.states()).containsEntry("1", "closed").containsEntry("3", "dispatched");
            assertThat(app.examined().differences()).isEmpty();
        }
    }
}
