package org.huiyin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baltimore's on-time rates by agency, as counted here and straight from the file; skipped where the file is absent. */
class BaltimoreOnTimeTest {

    @TempDir
    private Path folder;

    @Test
    void the_rate_of_every_agency_is_that_of_the_file() throws Exception {
        var reading = Reading.of(RecordKind.BALTIMORE_311, withDueTimes());
        Map<String, Map<String, Long>> file = new TreeMap<>();
        for (Life life : reading.lives()) {
            Map<String, Long> agency = file.computeIfAbsent(life.lead().name().en(), name -> new TreeMap<>());
            if (life.span().judged()) {
                agency.merge("ended", 1L, Long::sum);
                agency.merge("ended-in-time", life.span().onTime() ? 1L : 0L, Long::sum);
            }
            if (!given(life)) {
                agency.merge("due", 1L, Long::sum);
                agency.merge("kept", life.span().onTime() ? 1L : 0L, Long::sum);
            }
        }

        try (var app = new ReplayApp()) {
            assertThat(app.play(reading).refused()).isEmpty();
            var counted = app.tallied();

            assertThat(file).hasSizeGreaterThan(5);
            assertThat(file.values().stream()
                            .mapToLong(agency -> agency.getOrDefault("ended", 0L))
                            .sum())
                    .isEqualTo(7643);
            file.forEach((agency, parts) -> parts.forEach((part, n) -> assertThat(
                            counted.getOrDefault(agency, Map.of()).getOrDefault(part, 0L))
                    .as(agency + ": " + part)
                    .isEqualTo(n)));
            assertThat(app.examined().differences()).isEmpty();
        }
    }

    /** Handed to another office or merged into an earlier request: the agency has no deadline left to keep. */
    private static boolean given(Life life) {
        return life.twin() != null
                || life.steps().stream()
                        .anyMatch(step ->
                                step.step().equals("transfer") || step.step().equals("merge"))
                || life.span().due() == null
                || life.span().due().isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** The file without the requests for which it records no due time. */
    private Path withDueTimes() throws IOException {
        Path file = Tables.shared("us311/baltimore_311_2014-2019.csv.gz");
        Path kept = folder.resolve("due.csv");
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
                var table = format.parse(in);
                var out = new CSVPrinter(Files.newBufferedWriter(kept), CSVFormat.RFC4180)) {
            out.printRecord(table.getHeaderNames());
            for (var row : table) {
                if (!row.get("DueDate").isBlank()) {
                    out.printRecord(row);
                }
            }
        }
        return kept;
    }
}
