package org.huiyin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            Map<String, long[]> straight = straightFromTheFile();
            assertThat(straight.keySet()).isEqualTo(file.keySet());
            straight.forEach((agency, n) -> {
                Map<String, Long> here = counted.getOrDefault(agency, Map.of());
                assertThat(rate(here.getOrDefault("ended-in-time", 0L), here.getOrDefault("ended", 0L)))
                        .as(agency)
                        .isEqualTo(rate(n[1], n[0]));
            });
            assertThat(app.examined().differences()).isEmpty();
        }
    }

    private static BigDecimal rate(long of, long over) {
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(over), 2, RoundingMode.HALF_UP);
    }

    /**
     * Agency → how many of its requests have a due time and were closed, and how many of those by then; read with nothing of Huiyin's: a column is
     * what stands between commas outside quotes, a time is compared as it is written.
     */
    private static Map<String, long[]> straightFromTheFile() throws IOException {
        Map<String, long[]> agencies = new TreeMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Tables.shared("us311/baltimore_311_2014-2019.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String> head = columns(in.readLine());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                List<String> row = columns(line);
                String due = sortable(row.get(head.indexOf("DueDate")));
                String closed = sortable(row.get(head.indexOf("CloseDate")));
                if (row.get(head.indexOf("SRStatus")).startsWith("Closed") && !due.isEmpty() && !closed.isEmpty()) {
                    long[] n = agencies.computeIfAbsent(row.get(head.indexOf("Agency")), agency -> new long[2]);
                    n[0]++;
                    n[1] += closed.compareTo(due) <= 0 ? 1 : 0;
                }
            }
        }
        return agencies;
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (char sign : line.toCharArray()) {
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(sign);
            }
        }
        columns.add(column.toString());
        return columns;
    }

    /** 04/12/2018 11:11:26 AM as 20180412A111126, twelve as 00. */
    private static String sortable(String time) {
        if (time.isBlank()) {
            return "";
        }
        String hour = time.substring(11, 13).equals("12") ? "00" : time.substring(11, 13);
        return time.substring(6, 10)
                + time.substring(0, 2)
                + time.substring(3, 5)
                + time.charAt(20)
                + hour
                + time.substring(14, 16)
                + time.substring(17, 19);
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
