package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
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
    void clocks_of_one_name_in_two_programmes_each_lead_to_their_own_step() throws IOException {
        String quick = Files.readString(Path.of("src/test/resources/programmes/quick.yaml"));
        ProgrammeReader.Reading read = new ProgrammeReader().read("quick", quick);
        assertThat(read.problems()).isEmpty();
        List<Programme> both = new ArrayList<>(ProgrammeReader.packaged().versions());
        both.addAll(read.programmes().versions());
        try (TestDesk two = new TestDesk(new Programmes(both))) {
            MatterNumber slow = two.raise();
            two.answered(slow);
            MatterNumber hint = TestDesk.number(two.desk.perform(StepRequest.begin(
                    "quick",
                    "hint",
                    TestDesk.RESIDENT,
                    Map.of("title", "路灯", "place", TestDesk.PLACE),
                    List.of(),
                    "h")));
            two.clock.forward(Duration.ofDays(32));

            new Lapses(two.equipment, two.desk).act();

            assertThat(two.matter(slow).state()).isEqualTo("closed");
            assertThat(two.matter(hint).state()).isEqualTo("forgotten");
        }
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
