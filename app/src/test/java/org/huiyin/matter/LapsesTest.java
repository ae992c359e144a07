package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LapsesTest {

    private final TestDesk town = new TestDesk();
    private final Lapses lapses = new Lapses(town.equipment, town.desk);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_matter_nobody_rated_in_time_is_closed_once() {
        MatterNumber number = town.raise();
        town.answered(number);
        town.clock.forward(Duration.ofDays(32));

        lapses.act();
        lapses.act();

        assertThat(town.matter(number).state()).isEqualTo("closed");
        assertThat(town.lookup.history(number))
                .filteredOn(s -> s.name().equals("close"))
                .hasSize(1);
    }

    @Test
    void a_matter_that_may_still_be_rated_stays_open() {
        MatterNumber number = town.raise();
        town.answered(number);
        town.clock.forward(Duration.ofDays(29));

        lapses.act();

        assertThat(town.matter(number).state()).isEqualTo("answered");
    }
}
