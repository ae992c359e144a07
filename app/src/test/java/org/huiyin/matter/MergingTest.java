package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.huiyin.matter.Refusal.MergeTarget.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MergingTest {

    private final TestDesk town = new TestDesk();

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void a_merged_matter_has_no_running_clock_and_its_target_knows_it() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();

        Matter merged = town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));

        assertThat(merged.state()).isEqualTo("merged");
        assertThat(merged.clocks()).noneMatch(Clock::open);
        assertThat(town.matter(first).merged()).isEqualTo(1);
        assertThat(town.lookup.merged(first)).containsExactly(second);
    }

    @Test
    void each_raiser_of_merged_matters_gets_the_answer() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        MatterNumber third = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));
        town.taken(third, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));

        town.answered(first);

        assertThat(town.matter(second).state()).isEqualTo("answered");
        assertThat(town.lookup.history(third).getLast().fields()).containsEntry("answer", "路面已经修复完毕");
    }

    @Test
    void each_raiser_of_merged_matters_gets_what_proves_the_answer() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));
        town.taken(first, TestDesk.DISPATCHER, "dispatch", TestDesk.dispatching(TestDesk.ROADS));
        town.taken(first, TestDesk.ROADS_HANDLER, "sign", Map.of());
        Map<String, Object> words = Map.of("answer", "路面已经修复完毕", "outcome", "solved");
        town.taken(first, TestDesk.ROADS_HANDLER, "conclude", words);
        town.taken(first, TestDesk.ROADS_HEAD, "review", Map.of("verdict", "back"));
        town.taken(first, TestDesk.ROADS_HANDLER, "conclude", words);
        String proof = town.lookup.history(first).getLast().evidence().getFirst();

        town.take(first, TestDesk.ROADS_HEAD, "answer", words);

        assertThat(town.lookup.history(first).getLast().evidence()).isEmpty();
        assertThat(town.lookup.history(second).getLast().evidence()).containsExactly(proof);
    }

    @Test
    void a_second_round_is_answered_without_the_merged_matters_that_have_gone_their_own_way() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));
        town.answered(first);
        town.taken(first, TestDesk.RESIDENT, "rate", Map.of("contacted", "yes", "solved", "no", "satisfied", "not"));

        town.answered(first);

        assertThat(town.matter(first).state()).isEqualTo("answered");
        assertThat(town.matter(first).round()).isEqualTo(2);
        assertThat(town.matter(second).round()).isEqualTo(1);
    }

    @Test
    void a_dispatcher_cannot_merge_into_a_matter_they_may_not_read() {
        MatterNumber target = town.raise();
        MatterNumber child = town.raise();
        var elsewhere = TestDesk.staff(
                9,
                TestDesk.WATER,
                org.huiyin.org.Role.DISPATCHER,
                java.util.Set.of(TestDesk.WATER),
                java.util.List.of());

        Outcome outcome = town.take(child, elsewhere, "merge", Map.of("into", target.toString()));

        assertThat(outcome).isEqualTo(new Outcome.NotYours("merge"));
    }

    @Test
    void an_unmerged_matter_stands_by_itself_again() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));

        Matter alone = town.taken(second, TestDesk.DISPATCHER, "unmerge", Map.of());

        assertThat(alone.mergedInto()).isNull();
        assertThat(alone.desk()).isEqualTo(TestDesk.OFFICE);
        assertThat(town.matter(first).merged()).isZero();
    }

    @Test
    void a_matter_cannot_join_itself_or_one_that_is_merged_unknown_or_ended() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();
        MatterNumber third = town.raise();
        town.taken(second, TestDesk.DISPATCHER, "merge", Map.of("into", first.toString()));
        MatterNumber ended = town.raise();
        town.taken(ended, TestDesk.RESIDENT, "withdraw", Map.of());

        assertThat(refusal(third, third)).isEqualTo(Why.ITSELF);
        assertThat(refusal(third, second)).isEqualTo(Why.MERGED_ITSELF);
        assertThat(refusal(third, new MatterNumber(third.id() + 50))).isEqualTo(Why.UNKNOWN);
        assertThat(refusal(third, ended)).isEqualTo(Why.ENDED);
        assertThat(refusal(first, third)).isEqualTo(Why.HAS_MERGED);
    }

    private Why refusal(MatterNumber child, MatterNumber target) {
        Outcome outcome = town.take(child, TestDesk.DISPATCHER, "merge", Map.of("into", target.toString()));
        if (outcome instanceof Outcome.Refused(Refusal.MergeTarget(Why why))) {
            return why;
        }
        throw new AssertionError("not refused for its target: " + outcome);
    }
}
