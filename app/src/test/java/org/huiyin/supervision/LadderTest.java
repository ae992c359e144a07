package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.supervision.Ladder.Stand;
import org.huiyin.supervision.Ladder.Verdict;
import org.huiyin.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderTest {

    private final Ladder ladder = Ladders.packaged(TestClock.CITY)
            .of("three-lists", TestClock.instant("2026-03-03T09:00"))
            .orElseThrow();

    @Test
    void it_climbs_from_a_blue_notice_to_the_referral() {
        assertThat(ladder.rungs())
                .extracting(Rung::kind)
                .containsExactly("blue", "urging", "yellow", "red", "interview", "bulletin", "referral");
        assertThat(ladder.rungs()).filteredOn(rung -> !rung.byMachine()).hasSize(3);
    }

    @Test
    void nothing_is_served_where_no_clock_runs_or_while_another_is_open() {
        assertThat(ladder.mayServe("urging", new Stand(false, null, null, null, false), "理由充分"))
                .isInstanceOf(Verdict.NothingRuns.class);
        assertThat(ladder.mayServe("yellow", stand("urging", "urging", null, false), "理由充分"))
                .isInstanceOfSatisfying(
                        Verdict.StillOpen.class,
                        no -> assertThat(no.open().kind()).isEqualTo("urging"));
    }

    @Test
    void the_next_needs_its_turn_and_a_reason() {
        Stand urged = stand(null, "urging", null, false);

        assertThat(ladder.mayServe("yellow", urged, "催办回复未兑现")).isInstanceOf(Verdict.Allowed.class);
        assertThat(ladder.mayServe("yellow", urged, "")).isInstanceOf(Verdict.ReasonMissing.class);
        assertThat(ladder.mayServe("red", urged, "催办回复未兑现"))
                .isInstanceOfSatisfying(
                        Verdict.OutOfTurn.class,
                        no -> assertThat(no.expected().kind()).isEqualTo("yellow"));
    }

    @Test
    void only_an_urgent_matter_may_start_one_higher() {
        assertThat(ladder.mayServe("yellow", stand(null, null, null, true), "险情未除"))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(ladder.mayServe("yellow", stand(null, null, null, false), "险情未除"))
                .isInstanceOf(Verdict.OutOfTurn.class);
        assertThat(ladder.mayServe("red", stand(null, null, null, true), "险情未除"))
                .isInstanceOf(Verdict.OutOfTurn.class);
        assertThat(ladder.mayServe("red", stand(null, "urging", null, true), "险情未除"))
                .isInstanceOf(Verdict.OutOfTurn.class);
    }

    @Test
    void what_is_proposed_is_signed_without_a_reason_and_above_the_last_there_is_none() {
        assertThat(ladder.mayServe("interview", stand(null, "red", "interview", false), ""))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(ladder.mayServe("referral", stand(null, "referral", null, false), "理由充分"))
                .isInstanceOf(Verdict.Exhausted.class);
    }

    private static Stand stand(
            @Nullable String open, @Nullable String last, @Nullable String proposed, boolean urgent) {
        return new Stand(true, open, last, proposed, urgent);
    }
}
