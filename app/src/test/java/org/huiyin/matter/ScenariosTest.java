package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.ScenarioReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every programme is a test. */
class ScenariosTest {

    private static final Path PROGRAMMES = Path.of("..", "programmes");

    @TestFactory
    Stream<DynamicTest> every_scenario_comes_out_as_told() {
        return new ProgrammeReader()
                .read(PROGRAMMES).programmes().newest().stream().flatMap(this::scenarios);
    }

    private Stream<DynamicTest> scenarios(Programme programme) {
        Path file = PROGRAMMES.resolve(programme.name()).resolve("scenarios.yaml");
        ScenarioReader.Reading reading = new ScenarioReader().read(file, programme.name(), programme);
        assertThat(reading.problems()).extracting(p -> p.line(Locale.ENGLISH)).isEmpty();
        ScenarioRun run =
                new ScenarioRun(programme, reading.scenarios(), WorkCalendar.china(), ZoneId.of("Asia/Shanghai"));
        return reading.scenarios().scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        programme.name() + ": " + scenario.name(),
                        () -> assertThat(run.play(scenario))
                                .as("line " + scenario.line())
                                .isEmpty()));
    }
}
