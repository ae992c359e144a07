package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programme author's guide cannot lie: its examples are read and played. */
class AuthorsGuideTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_examples_are_right_and_come_out_as_told() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(DOCS.resolve("programme-authors-guide.md")))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
        Path told = Files.writeString(folder.resolve("scenarios.yaml"), examples.get(1));

        ProgrammeReader.Reading reading = new ProgrammeReader().read("guide", examples.get(0));
        assertThat(reading.problems()).isEmpty();
        Programme programme = reading.programmes().newest().getFirst();
        ScenarioReader.Reading scenarios = new ScenarioReader().read(told, "guide", programme);
        assertThat(scenarios.problems()).isEmpty();

        ScenarioRun run =
                new ScenarioRun(programme, scenarios.scenarios(), WorkCalendar.china(), ZoneId.of("Asia/Shanghai"));
        assertThat(scenarios.scenarios().scenarios())
                .hasSize(2)
                .allSatisfy(s -> assertThat(run.play(s)).isEmpty());
    }

    @Test
    void the_published_schemas_are_the_ones_that_check() throws IOException {
        for (String schema : List.of(
                "programme.schema.json", "scenarios.schema.json", "measures.schema.json", "activity.schema.json")) {
            assertThat(DOCS.resolve(schema)).hasSameTextualContentAs(Path.of("src/main/resources", schema));
        }
    }
}
