package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

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
    void two_nodes_at_once_close_each_matter_once_and_neither_is_refused() throws Exception {
        List<MatterNumber> numbers = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            numbers.add(town.raise());
            town.answered(numbers.getLast());
        }
        town.clock.forward(Duration.ofDays(32));
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger log = (Logger) LoggerFactory.getLogger(Lapses.class);
        log.addAppender(said);
        CyclicBarrier start = new CyclicBarrier(2);

        try (Desk another = new Desk(town.equipment, 2);
                ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> walks = new ArrayList<>();
            for (Desk desk : List.of(town.desk, another)) {
                walks.add(nodes.submit(() -> {
                    start.await();
                    new Lapses(town.equipment, desk).act();
                    return null;
                }));
            }
            for (Future<?> walk : walks) {
                walk.get();
            }
        } finally {
            log.detachAppender(said);
        }

        assertThat(numbers)
                .allSatisfy(number -> assertThat(town.lookup.history(number))
                        .filteredOn(step -> step.name().equals("close"))
                        .hasSize(1));
        assertThat(said.list).as("the second finds it done, not refused").isEmpty();
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
