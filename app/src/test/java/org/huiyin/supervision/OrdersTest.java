package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.huiyin.supervision.Ladder.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final LateTown town = new LateTown();

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    @Test
    void nothing_is_served_for_a_clock_that_stopped_since_it_was_looked_at() {
        MatterNumber number = town.dispatched(1).getFirst();
        Matter asItWas = town.matter(number);
        town.take(number, town.handler(), "sign", Map.of());
        town.take(number, town.handler(), "conclude", Map.of("answer", "路面已经修好", "outcome", "solved"));
        town.take(number, town.head(), "answer", Map.of("answer", "路面已经修好", "outcome", "solved"));

        Verdict verdict = town.orders().serve(asItWas, town.supervisor(), "urging", "领导批示");

        assertThat(verdict).isInstanceOf(Verdict.NothingRuns.class);
        assertThat(town.instruments(number)).isEmpty();
    }

    @Test
    void while_it_runs_it_is_served() {
        MatterNumber number = town.dispatched(1).getFirst();

        Verdict verdict = town.orders().serve(town.matter(number), town.supervisor(), "urging", "领导批示");

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(town.instruments(number)).containsExactly("urging");
    }
}
