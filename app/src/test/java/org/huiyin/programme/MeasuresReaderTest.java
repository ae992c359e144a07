package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresReaderTest {

    private static final Path SHIPPED = Path.of("../programmes/three-lists/measures.yaml");
    private final Programme programme = ProgrammeReader.packaged().newest().stream()
            .filter(p -> p.name().equals("three-lists"))
            .findFirst()
            .orElseThrow();
    private final MeasuresReader reader = new MeasuresReader();

    @Test
    void the_shipped_measures_have_no_problem() {
        MeasuresReader.Reading reading = reader.read(SHIPPED, "measures.yaml", programme);

        assertThat(reading.problems()).isEmpty();
        Measures measures = reading.measuring().versions().getFirst();
        assertThat(measures.fingerprint()).hasSize(64);
        assertThat(measures.partsOf(measures.measure("composite").orElseThrow()))
                .containsExactly("valid", "contacted", "solved", "satisfied", "basically");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            on: [suspend] | on: [suspnd] | unknown-step | suspend
            clock: resolve, kept | clock: resolv, kept | unknown-clock | resolve
            of: {kept: 1} | of: {kep: 1} | unknown-part | kept
            response: 0.10 | respons: 0.10 | unknown-measure | response
            by: composite | by: compositt | unknown-measure | composite
            fields.contacted == | fields.contactet == | field-not-in-form | contacted
            left.resolve >= | left.resolv >= | unknown-clock | resolve
            to == "reopened" | too == "reopened" | not-a-condition | ''
            to == "reopened" | last.answer.solved == "reopened" | counting-recalls-nothing | ''
            kind: rush | kind: rushed | unknown-word | rush
            effective-from | effectve-from | unknown-key | effective-from
            """)
    void a_misspelt_name_is_found_in_its_line_with_the_right_one_suggested(
            String right, String wrong, String slug, String suggestion) throws IOException {
        String text = Files.readString(SHIPPED).replace(right, wrong);

        List<Problem> problems = reader.read("measures.yaml", text, programme).problems();

        assertThat(problems).as(wrong).anySatisfy(problem -> {
            assertThat(problem.slug()).isEqualTo(slug);
            assertThat(problem.suggestion()).isEqualTo(suggestion);
            assertThat(text.lines().toList().get(problem.line() - 1)).contains(wrong.split("[ :]")[0]);
            assertThat(problem.path()).startsWith("$");
            assertThat(problem.text(Locale.ENGLISH)).doesNotContain("{0}");
        });
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            of: {response: 0.10, | of: {composite: 0.10, | formula-in-a-circle
            basically: 0.9} | basically: much} | not-a-decimal
            at: "12:00" | at: "12:30" | not-an-hour
            day: 18, at: "12:00" | day: 18 | day-and-hour-together
            appeal: 5wd | appeal: 5 days | not-a-limit
            campaigns: {} | campaigns: {clean: {zh: 创建, en: Clean, from: 2022-03-01, until: 2022-02-01}} | ends-before-it-begins
            clock: resolve, kept: true | clock: resolve, kept: true, on: [answer] | on-or-clock
            on: [return] | on: [return], kept: true | only-of-a-clock
            measures-of: three-lists | measures-of: two-lists | name-of-folder
            least: 20 | least: twenty | wrong-shape
            """)
    void measures_that_cannot_work_are_refused(String right, String wrong, String slug) throws IOException {
        String text = Files.readString(SHIPPED);

        assertThat(text).contains(right);
        assertThat(reader.read("measures.yaml", text.replace(right, wrong), programme)
                        .problems())
                .extracting(Problem::slug)
                .contains(slug);
    }

    @Test
    void a_longer_circle_is_found_too() {
        String text = """
                measures-of: three-lists
                version: 1
                effective-from: 2020-01-01
                parts: {raised: {zh: 反映, en: Raised, on: [raise]}}
                measures:
                  a: {zh: 甲, en: A, of: {b: 1}}
                  b: {zh: 乙, en: B, of: {c: 1}}
                  c: {zh: 丙, en: C, of: {a: 0.5}}
                periods: {month: {zh: 月, en: Month, months: 1}}
                ranking: {by: a, least: 1, z: 1.96, classes: [county]}
                exclusions: {classes: {}, appeal: 5wd, decide: 10wd}
                """;

        assertThat(reader.read("measures.yaml", text, programme).problems())
                .extracting(problem -> problem.text(Locale.ENGLISH))
                .contains("The formula comes back to itself: a → b → c → a.");
    }
}
