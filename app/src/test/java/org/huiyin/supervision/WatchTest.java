package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.matter.MatterNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dispatched on Tuesday 3 March 2026 at nine, a request is near due on Monday the 9th at 17:30 and due on Tuesday the 10th at 17:30. */
class WatchTest {

    private final LateTown town = new LateTown();

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    @Test
    void a_late_matter_climbs_rung_by_rung_and_a_person_signs_the_rest() {
        MatterNumber number = town.dispatched(1).getFirst();

        town.at("2026-03-09T17:29");
        assertThat(town.instruments(number)).isEmpty();
        town.at("2026-03-09T17:30");
        assertThat(town.instruments(number)).containsExactly("blue");
        town.at("2026-03-10T17:30");
        assertThat(town.instruments(number)).containsExactly("blue lapsed", "urging");
        town.at("2026-03-11T17:30");
        // the slip lapsed, but a yellow card comes two working days after the deadline
        assertThat(town.instruments(number)).containsExactly("blue lapsed", "urging lapsed");
        town.at("2026-03-12T17:30");
        assertThat(town.instruments(number)).endsWith("yellow");
        town.at("2026-03-16T17:30");
        assertThat(town.instruments(number)).endsWith("yellow lapsed");
        town.at("2026-03-17T17:30");
        assertThat(town.instruments(number)).endsWith("red");
        town.at("2026-03-20T17:30");

        assertThat(town.instruments(number)).endsWith("red lapsed").hasSize(4);
        assertThat(town.count("select count(*) from standing where proposed = 'interview'"))
                .isEqualTo(1);
        assertThat(town.inbox("supervisor")).containsExactly("instrument-proposed");
        assertThat(town.inbox("head"))
                .filteredOn(kind -> kind.equals("instrument"))
                .hasSize(3);
    }

    @Test
    void two_nodes_at_once_act_on_hundreds_of_clocks_exactly_once() throws Exception {
        town.dispatched(450, Map.of("co-handlers", List.of((long) town.water)));
        Watch one = town.anotherNode();
        Watch two = town.anotherNode();

        for (String time : List.of("2026-03-09T17:30", "2026-03-10T17:30", "2026-03-12T17:30", "2026-03-17T17:30")) {
            town.clock.moveTo(time);
            together(one, two);
        }

        for (String kind : List.of("blue", "urging", "yellow")) {
            assertThat(town.count("select count(*) from instrument where kind = '" + kind + "'"))
                    .as(kind)
                    .isEqualTo(450);
            assertThat(town.count("select max(number) from instrument where kind = '" + kind + "'"))
                    .as("numbers of %s leave no gap", kind)
                    .isEqualTo(450);
        }
        assertThat(town.count("select count(*) from standing")).isEqualTo(450);
        // each matter's own clock climbs; its co-handler's is only reminded
        assertThat(town.inbox("water"))
                .filteredOn(kind -> kind.equals("overdue"))
                .hasSize(450);
        assertThat(town.count("""
                        select count(*) from (select account, matter_id, kind, words from message where kind <> 'digest'
                          group by account, matter_id, kind, words having count(*) > 1) twice
                        """)).isZero();
    }

    @Test
    void after_three_days_off_it_catches_up_in_order_with_one_digest_a_person() {
        List<MatterNumber> first = town.dispatched(40);
        town.clock.moveTo("2026-03-04T09:00");
        List<MatterNumber> second = town.dispatched(40);

        town.at("2026-03-13T09:00");

        // whoever was overtaken by the deadline gets no near-due notice any more, and nobody loses the time to answer a
        // slip
        assertThat(first)
                .allSatisfy(number -> assertThat(town.instruments(number)).containsExactly("urging"));
        assertThat(second)
                .allSatisfy(number -> assertThat(town.instruments(number)).containsExactly("urging"));
        assertThat(town.count("select count(*) from instrument where answer_by < '2026-03-16T17:30+08'"))
                .isZero();
        assertThat(town.count("""
                        select count(*) from (select stage_at, lag(stage_at) over (order by i.id) as before
                          from instrument i join stage_act s on s.matter_id = i.matter_id and s.stage = i.kind) t where before > stage_at
                        """)).as("served out of order").isZero();
        assertThat(town.inbox("handler")).hasSize(1).first().asString().startsWith("digest");
        assertThat(town.inbox("head")).hasSize(1).first().asString().startsWith("digest");
        assertThat(town.inbox("dispatcher")).isEmpty();
    }

    @Test
    void walking_round_again_does_nothing_again() {
        MatterNumber number = town.dispatched(1).getFirst();

        town.at("2026-03-10T18:00");
        town.at("2026-03-10T18:01");
        town.at("2026-03-10T18:02");

        assertThat(town.instruments(number)).containsExactly("urging");
        assertThat(town.inbox("handler")).doesNotHaveDuplicates();
    }

    @Test
    void a_clock_that_stands_still_holds_its_matter_on_its_rung() {
        MatterNumber number = town.dispatched(1).getFirst();
        town.take(number, town.handler(), "sign", Map.of());
        town.at("2026-03-10T17:30");
        town.take(
                number,
                town.supervisor(),
                "suspend",
                Map.of("suspend-class", "works", "suspend-reason", "需列入工程计划", "review-on", "2026-04-10"));

        town.at("2026-03-25T17:30");
        assertThat(town.instruments(number)).containsExactly("urging");

        town.take(number, town.handler(), "resume", Map.of());
        town.at("2026-03-25T17:31");
        assertThat(town.instruments(number)).containsExactly("urging lapsed", "yellow");
    }

    @Test
    void an_extended_clock_acts_again_for_its_new_term_only() {
        MatterNumber number = town.dispatched(1).getFirst();
        town.take(number, town.handler(), "sign", Map.of());
        town.at("2026-03-09T17:30");
        town.take(number, town.handler(), "request-extension", Map.of("days", 3L, "extension-reason", "配件需要从外地采购"));
        town.take(number, town.supervisor(), "grant-extension", Map.of("days", 3L));

        assertThat(town.instruments(number)).containsExactly("blue discharged");
        town.at("2026-03-10T17:30");
        assertThat(town.instruments(number)).hasSize(1);
        town.at("2026-03-12T17:30");
        town.at("2026-03-13T17:30");
        assertThat(town.instruments(number)).containsExactly("blue discharged", "blue lapsed", "urging");
    }

    @Test
    void answering_the_matter_discharges_what_stands_against_it() {
        MatterNumber number = town.dispatched(1).getFirst();
        town.take(number, town.handler(), "sign", Map.of());
        town.at("2026-03-10T17:30");
        Map<String, Object> answer = Map.of("answer", "路面已经修复完毕", "outcome", "solved");
        town.take(number, town.handler(), "conclude", answer);
        assertThat(town.instruments(number)).containsExactly("urging");
        town.take(number, town.head(), "answer", answer);

        town.at("2026-03-20T17:30");

        assertThat(town.instruments(number)).containsExactly("urging discharged");
        assertThat(town.count("select count(*) from standing")).isZero();
    }

    @Test
    void urging_by_hand_serves_a_slip_once_and_the_ladder_goes_on_from_it() {
        List<MatterNumber> numbers = town.dispatched(1);
        MatterNumber number = numbers.getFirst();
        town.clock.moveTo("2026-03-05T10:00");

        town.take(number, town.supervisor(), "urge", Map.of("urge-note", "群众再次来电"));
        town.take(number, town.supervisor(), "urge", Map.of("urge-note", "又来电了"));

        assertThat(town.instruments(number)).containsExactly("urging");
        town.at("2026-03-06T17:30");
        assertThat(town.instruments(number)).containsExactly("urging lapsed");
        town.at("2026-03-10T17:30");
        assertThat(town.instruments(number)).hasSize(1);
        town.at("2026-03-12T17:30");
        assertThat(town.instruments(number)).containsExactly("urging lapsed", "yellow");
    }

    @Test
    void what_becomes_overdue_at_night_acts_at_night_and_is_told_in_the_morning() {
        town.clock.moveTo("2026-03-03T22:00");
        MatterNumber number = town.dispatched(1, Map.of("urgency", "emergency")).getFirst();

        town.at("2026-03-04T00:00");
        assertThat(town.instruments(number)).containsExactly("urging");
        assertThat(town.inbox("head")).isEmpty();

        town.clock.moveTo("2026-03-04T08:00");
        assertThat(town.inbox("head")).contains("instrument");
    }

    private void together(Watch one, Watch two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> walks = List.of(nodes.submit(() -> walk(one, start)), nodes.submit(() -> walk(two, start)));
            for (Future<?> walk : walks) {
                walk.get();
            }
        }
    }

    private Void walk(Watch watch, CyclicBarrier start) throws Exception {
        start.await();
        watch.act(town.clock.instant());
        return null;
    }
}
