package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.matter.TestDesk.DISPATCHER;
import static org.huiyin.matter.TestDesk.RESIDENT;
import static org.huiyin.matter.TestDesk.ROADS;
import static org.huiyin.matter.TestDesk.ROADS_HANDLER;
import static org.huiyin.matter.TestDesk.WATER;
import static org.huiyin.matter.TestDesk.WATER_HANDLER;
import static org.huiyin.matter.TestDesk.key;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final TestDesk town = new TestDesk();

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void a_raised_matter_lies_on_the_desk_of_its_office() {
        Matter matter = town.matter(town.raise());

        assertThat(matter.state()).isEqualTo("raised");
        assertThat(matter.list()).isEqualTo("problem");
        assertThat(matter.desk()).isEqualTo(TestDesk.OFFICE);
        assertThat(matter.raiser()).isEqualTo(RESIDENT.account());
    }

    @Test
    void numbers_begin_with_the_year_and_are_dense() {
        MatterNumber first = town.raise();
        MatterNumber second = town.raise();

        assertThat(first.year()).isEqualTo(2026);
        assertThat(second.id() - first.id()).isEqualTo(1);
        assertThat(MatterNumber.parse(first.toString())).isEqualTo(first);
    }

    @Test
    void the_same_key_gives_the_same_receipt_once() {
        StepRequest request =
                StepRequest.begin("three-lists", "raise", RESIDENT, TestDesk.raising(Map.of()), List.of(), "k1");

        Outcome first = town.desk.perform(request);
        List<Outcome> again = town.desk.performAll(List.of(request, request));

        assertThat(again).allSatisfy(o -> assertThat(TestDesk.number(o)).isEqualTo(TestDesk.number(first)));
        assertThat(town.lookup.raisedBy(RESIDENT.account(), 10)).hasSize(1);
    }

    @Test
    void the_same_key_of_a_later_step_gives_the_same_receipt() {
        MatterNumber number = town.raise();
        StepRequest dispatch =
                StepRequest.further(number, 1, "dispatch", DISPATCHER, TestDesk.dispatching(ROADS), "k2");

        Outcome first = town.desk.perform(dispatch);
        Outcome again = town.desk.perform(dispatch);

        assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.receipt().again()).isTrue();
            assertThat(done.receipt().version())
                    .isEqualTo(((Outcome.Done) first).receipt().version());
        });
        assertThat(town.lookup.history(number)).hasSize(2);
    }

    @Test
    void the_same_key_with_a_newer_version_is_still_the_same_step() {
        MatterNumber number = town.raise();
        town.taken(number, DISPATCHER, "dispatch", TestDesk.dispatching(ROADS));
        Map<String, Object> note = Map.of("note", "已到现场");
        town.desk.perform(StepRequest.further(number, 2, "note", ROADS_HANDLER, note, "k4"));

        town.desk.perform(StepRequest.further(number, 3, "note", ROADS_HANDLER, note, "k4"));

        assertThat(town.lookup.history(number))
                .filteredOn(s -> s.name().equals("note"))
                .hasSize(1);
    }

    @Test
    void a_key_used_for_another_step_is_refused() {
        MatterNumber number = town.raise();
        town.desk.perform(StepRequest.further(number, 1, "dispatch", DISPATCHER, TestDesk.dispatching(ROADS), "k3"));

        Outcome outcome = town.desk.perform(StepRequest.further(number, 1, "urge", DISPATCHER, Map.of(), "k3"));

        assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.KeyReused("dispatch")));
    }

    @Test
    void of_two_who_act_at_once_one_is_done_and_one_is_told_what_changed() throws Exception {
        MatterNumber number = town.raise();
        List<Callable<Outcome>> both = IntStream.of(ROADS, WATER)
                .<Callable<Outcome>>mapToObj(unit -> () -> town.desk.perform(
                        StepRequest.further(number, 1, "dispatch", DISPATCHER, TestDesk.dispatching(unit), key())))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    threads.invokeAll(both).stream().map(f -> f.resultNow()).toList();

            assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(o -> o instanceof Outcome.Stale)
                    .singleElement()
                    .satisfies(o ->
                            assertThat(((Outcome.Stale) o).current().state()).isEqualTo("dispatched"));
        }
    }

    @Test
    void a_step_of_another_unit_is_not_theirs() {
        MatterNumber number = town.raise();
        town.taken(number, DISPATCHER, "dispatch", TestDesk.dispatching(ROADS));

        assertThat(town.take(number, WATER_HANDLER, "sign", Map.of())).isEqualTo(new Outcome.NotYours("sign"));
        assertThat(town.take(number, ROADS_HANDLER, "dispatch", TestDesk.dispatching(WATER)))
                .isEqualTo(new Outcome.NotYours("dispatch"));
    }

    @Test
    void an_unknown_matter_a_forged_step_and_a_bad_form_are_each_told_apart() {
        MatterNumber number = town.raise();

        assertThat(town.take(new MatterNumber(number.id() + 99), DISPATCHER, "dispatch", Map.of()))
                .isInstanceOf(Outcome.NoSuchMatter.class);
        assertThat(town.take(number, DISPATCHER, "annul", Map.of()))
                .isEqualTo(new Outcome.Refused(new Refusal.UnknownStep("annul")));
        assertThat(town.take(number, DISPATCHER, "dispatch", TestDesk.dispatching(999)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why())
                                .isInstanceOfSatisfying(
                                        Refusal.BadFields.class,
                                        bad -> assertThat(bad.errors())
                                                .singleElement()
                                                .satisfies(e ->
                                                        assertThat(e.slug()).isEqualTo("unknown-unit"))));
    }

    @Test
    void only_an_import_may_say_that_something_occurred_in_the_past() {
        var past = TestClock.instant("2014-07-03T10:00");
        var request = StepRequest.begin("three-lists", "raise", RESIDENT, TestDesk.raising(Map.of()), List.of(), key());

        Outcome resident = town.desk.perform(request.at(past));
        Outcome importer = town.desk.perform(StepRequest.begin(
                        "three-lists", "raise", TestDesk.IMPORTER, TestDesk.raising(Map.of()), List.of(), key())
                .at(past));

        assertThat(resident).isEqualTo(new Outcome.Refused(new Refusal.BadTime(Refusal.BadTime.Why.NOT_AN_IMPORT)));
        assertThat(TestDesk.number(importer).year()).isEqualTo(2014);
    }

    @Test
    void what_is_sealed_is_not_among_the_fields() {
        MatterNumber number = TestDesk.number(town.desk.perform(StepRequest.begin(
                "three-lists",
                "raise",
                RESIDENT,
                TestDesk.raising(Map.of("raiser-name", "王小明", "raiser-phone", "13812345678")),
                List.of(),
                key())));

        assertThat(town.lookup.history(number).getFirst().fields()).doesNotContainKeys("raiser-name", "raiser-phone");
        assertThat(town.lookup.unsealed(number).get(1)).containsEntry("raiser-name", "王小明");
    }
}
