package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.calendar.Span.Pause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked examples, reckoned by hand with the notices and the law beside them. */
class ExamplesTest {

    @TestFactory
    Stream<DynamicTest> every_worked_example_holds() throws IOException {
        List<CSVRecord> examples = examples();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(60);
        return examples.stream().map(row -> DynamicTest.dynamicTest(name(row), () -> holds(row)));
    }

    private static void holds(CSVRecord row) {
        Span span = new Span(
                at(row.get("start")),
                Limit.parse(row.get("limit")),
                words(row.get("pauses")).map(ExamplesTest::pause).toList(),
                words(row.get("extensions")).map(Limit::parse).toList());

        Deadline deadline = WorkCalendar.named(row.get("calendar")).deadline(span);

        assertThat(local(deadline.due())).as("due").isEqualTo(row.get("due"));
        assertThat(local(deadline.near())).as("near").isEqualTo(row.get("near"));
        assertThat(deadline.provisional()).as("provisional").isEqualTo(Boolean.parseBoolean(row.get("provisional")));
    }

    private static List<CSVRecord> examples() throws IOException {
        var stream = Objects.requireNonNull(ExamplesTest.class.getResourceAsStream("/calendar/examples.csv"));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static String name(CSVRecord row) {
        return String.join(
                " ", row.get("calendar"), row.get("start"), row.get("limit"), row.get("pauses"), row.get("why"));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Pause pause(String written) {
        String[] ends = written.split("/", -1);
        @Nullable Instant to = ends[1].isEmpty() ? null : at(ends[1]);
        return new Pause(at(ends[0]), to);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.ofHours(8)).toString();
    }
}
