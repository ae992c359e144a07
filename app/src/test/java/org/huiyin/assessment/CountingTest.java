package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiyin.matter.Doctor;
import org.huiyin.matter.MatterNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CountingTest {

    private final CountedTown town = new CountedTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void what_is_raised_counts_for_the_office_and_what_is_dispatched_for_the_lead() throws Exception {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);

        assertThat(town.tallied(CountedTown.OFFICE)).isEqualTo(Map.of("raised", 1L));
        assertThat(town.tallied(CountedTown.ROADS)).isEqualTo(Map.of("received", 1L, "due", 1L));
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void an_answer_in_time_is_kept_and_one_too_late_is_not() throws Exception {
        MatterNumber soon = town.raise();
        MatterNumber late = town.raise();
        town.dispatch(soon, CountedTown.ROADS);
        town.dispatch(late, CountedTown.ROADS);
        town.clock.forward(Duration.ofDays(1));
        town.answer(soon);
        town.clock.forward(Duration.ofDays(20));
        town.answer(late);

        assertThat(town.tallied(CountedTown.ROADS))
                .containsEntry("answered", 2L)
                .containsEntry("due", 2L)
                .containsEntry("kept", 1L);
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void a_suspended_matter_is_not_due_until_it_is_resumed() throws Exception {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.step(matter, "sign", Map.of());
        town.suspend(matter);

        assertThat(town.tallied(CountedTown.ROADS)).doesNotContainKey("due").containsEntry("suspended", 1L);
        assertThat(town.examined().differences()).isEmpty();

        town.clock.forward(Duration.ofDays(2));
        town.step(matter, "resume", Map.of());

        assertThat(town.tallied(CountedTown.ROADS)).containsEntry("due", 1L);
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void a_reassigned_matter_is_due_with_the_new_lead_only() throws Exception {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.step(matter, "reassign", Map.of("lead", (long) CountedTown.WATER, "reassign-reason", "属供水管网"));

        assertThat(town.tallied(CountedTown.ROADS)).isEqualTo(Map.of("received", 1L));
        assertThat(town.tallied(CountedTown.WATER)).isEqualTo(Map.of("received", 1L, "due", 1L));
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void an_extension_moves_the_deadline_to_the_next_month() throws Exception {
        town.clock.moveTo("2026-03-10T09:00");
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.step(matter, "sign", Map.of());
        assertThat(stretchOfDue()).isEqualTo(2026030100);

        town.clock.forward(Duration.ofHours(4));
        town.step(matter, "request-extension", Map.of("days", 10L, "extension-reason", "需要采购配件并施工"));
        town.step(matter, "grant-extension", Map.of("days", 10L));

        assertThat(stretchOfDue()).isEqualTo(2026031812);
        assertThat(town.examined().differences()).isEmpty();
    }

    private int stretchOfDue() {
        return town.sql()
                .sql(
                        "select stretch from tallied where dimension = 'unit' and parts = 'due' group by stretch having sum(n) <> 0")
                .query(Integer.class)
                .single();
    }

    @Test
    void the_three_answers_of_a_rating_are_counted_apart_and_staff_ratings_elsewhere() throws Exception {
        for (String satisfied : new String[] {"satisfied", "basically", "not"}) {
            MatterNumber matter = town.raise();
            town.dispatch(matter, CountedTown.ROADS);
            town.answer(matter);
            town.rate(
                    matter, satisfied.equals("not") ? "no" : "yes", satisfied.equals("not") ? "no" : "yes", satisfied);
        }
        MatterNumber called = town.raise();
        town.dispatch(called, CountedTown.ROADS);
        town.answer(called);
        town.step(
                called,
                "rate-by-staff",
                Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied", "callback-note", "电话回访"));

        assertThat(town.tallied(CountedTown.ROADS))
                .containsEntry("valid", 3L)
                .containsEntry("contacted", 2L)
                .containsEntry("solved", 2L)
                .containsEntry("satisfied", 1L)
                .containsEntry("basically", 1L)
                .containsEntry("unsatisfied", 1L)
                .containsEntry("rated-by-staff", 1L)
                .containsEntry("reopened", 1L);
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void an_answer_in_the_last_hour_before_the_deadline_is_marked() {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.clock.moveTo("2026-03-10T16:45");
        town.answer(matter);

        assertThat(town.tallied(CountedTown.ROADS))
                .containsEntry("last-hour", 1L)
                .containsEntry("kept", 1L);
    }

    @Test
    void doctor_finds_a_count_that_was_tampered_with() throws Exception {
        town.dispatch(town.raise(), CountedTown.ROADS);
        new AddingUp(town.sql()).all();
        town.sql()
                .sql("update tally set n = n + 1 where dimension = 'unit' and parts = 'received'")
                .update();
        town.sql()
                .sql("update fact set unit = 22 where 'received' = any(parts)")
                .update();
        town.sql().sql("update judged_clock set kept = true").update();

        assertThat(town.examined().differences())
                .extracting(Doctor.Difference::table)
                .contains("tally", "fact", "judged_clock")
                .doesNotContain("matter", "clock", "list_tally");
    }

    @Test
    void what_was_not_counted_before_an_upgrade_is_filled_in_from_the_steps() throws Exception {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        town.answer(matter);
        town.sql().sql("truncate fact, judged_clock, tally, tally_addition").update();
        assertThat(town.examined().differences()).isNotEmpty();

        long steps = new Refilling(town.equipment, new CountScribe(town.counting)).refill(done -> {});

        assertThat(steps).isEqualTo(3);
        assertThat(town.tallied(CountedTown.ROADS)).containsEntry("kept", 1L);
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void figures_are_the_same_before_and_after_they_are_added_up() throws Exception {
        MatterNumber matter = town.raise();
        town.dispatch(matter, CountedTown.ROADS);
        Map<String, Long> dispatched = town.tallied(CountedTown.ROADS);
        new AddingUp(town.sql()).all();
        assertThat(town.tallied(CountedTown.ROADS))
                .isEqualTo(dispatched)
                .containsEntry("received", 1L)
                .containsEntry("due", 1L);

        town.answer(matter);
        Map<String, Long> answered = town.tallied(CountedTown.ROADS);
        new AddingUp(town.sql()).all();

        assertThat(town.tallied(CountedTown.ROADS))
                .isEqualTo(answered)
                .containsEntry("due", 1L)
                .containsEntry("kept", 1L)
                .containsEntry("answered", 1L);
        assertThat(rows("tally_addition")).isZero();
        assertThat(town.examined().differences()).isEmpty();
    }

    @Test
    void two_machines_add_up_while_steps_are_taken_and_nothing_is_lost() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> machines = new ArrayList<>();
            for (int machine = 0; machine < 2; machine++) {
                machines.add(side.submit(() -> {
                    while (!ended.get()) {
                        new AddingUp(town.sql()).all();
                    }
                }));
            }
            for (int n = 0; n < 40; n++) {
                MatterNumber matter = town.raise();
                town.dispatch(matter, n % 2 == 0 ? CountedTown.ROADS : CountedTown.WATER);
                town.answer(matter);
            }
            ended.set(true);
            for (Future<?> machine : machines) {
                machine.get();
            }
        }

        assertThat(town.tallied(CountedTown.ROADS))
                .containsEntry("answered", 20L)
                .containsEntry("kept", 20L);
        assertThat(town.examined().differences()).isEmpty();
    }

    private long rows(String table) {
        return town.sql().sql("select count(*) from " + table).query(Long.class).single();
    }
}
