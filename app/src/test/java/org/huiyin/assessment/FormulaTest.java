package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.programme.Measures;
import org.huiyin.programme.MeasuresReader;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();

    @Test
    void the_default_measures_come_to_what_was_worked_out_by_hand() throws IOException {
        List<CSVRecord> examples = golden("golden.csv");

        assertThat(examples).hasSizeGreaterThan(8);
        for (CSVRecord example : examples) {
            Map<String, Score> scores = Formula.scores(
                    measures,
                    counts(example, List.of("valid", "contacted", "solved", "satisfied", "basically", "due", "kept")));
            for (String measure : List.of("on-time", "response", "solve", "satisfaction", "composite")) {
                assertThat(said(scores.get(measure), !measure.equals("composite")))
                        .as(example.get("name") + ": " + measure)
                        .isEqualTo(expected(example, measure));
            }
        }
    }

    @Test
    void the_measures_of_suggestions_come_to_what_was_worked_out_by_hand() throws IOException {
        Measures suggestions =
                MeasuresReader.packaged().of("deputy-suggestions").getFirst();
        List<CSVRecord> examples = golden("golden-suggestions.csv");

        assertThat(examples).hasSizeGreaterThan(6);
        for (CSVRecord example : examples) {
            Map<String, Long> counts = counts(
                    example,
                    List.of(
                            "suggested",
                            "concluded",
                            "due",
                            "kept",
                            "valid",
                            "satisfied",
                            "basically",
                            "delivery-rated"));
            counts.put("delivery-again", Long.valueOf(example.get("delivery-rated")));
            counts.put("delivered", Long.valueOf(example.get("delivered")));
            Map<String, Score> scores = Formula.scores(suggestions, counts);
            for (String measure : List.of("conclusion", "on-time", "satisfaction", "delivery", "rating", "composite")) {
                assertThat(said(scores.get(measure), false))
                        .as(example.get("name") + ": " + measure)
                        .containsExactly(example.get(measure));
            }
        }
    }

    @Test
    void a_rate_over_nothing_is_no_rate_and_neither_is_what_rests_on_it() {
        Map<String, Score> scores = Formula.scores(measures, Map.of("due", 4L, "kept", 3L));

        assertThat(scores).containsOnlyKeys("on-time");
        assertThat(said(scores.get("on-time"), false)).containsExactly("75.00");
    }

    @Test
    void a_percentage_is_rounded_half_up_and_only_once() {
        assertThat(new Fraction(java.math.BigInteger.valueOf(1), java.math.BigInteger.valueOf(800)).percent())
                .isEqualTo("0.13");
        assertThat(Fraction.of(new BigDecimal("0.124999")).percent()).isEqualTo("12.50");
        assertThat(Fraction.of(new BigDecimal("0.12345")).percent()).isEqualTo("12.35");
    }

    private static List<CSVRecord> golden(String file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var reader = Files.newBufferedReader(Path.of("src/test/resources/assessment", file));
                var table = format.parse(reader)) {
            return table.getRecords();
        }
    }

    private static Map<String, Long> counts(CSVRecord example, List<String> parts) {
        Map<String, Long> counts = new HashMap<>();
        for (String part : parts) {
            counts.put(part, Long.valueOf(example.get(part)));
        }
        return counts;
    }

    private static List<String> said(@org.jspecify.annotations.Nullable Score score, boolean rate) {
        List<String> said = new ArrayList<>();
        said.add(score == null ? "" : score.percent().toPlainString());
        if (rate) {
            Score.Interval interval = score == null ? null : score.interval();
            said.add(interval == null ? "" : interval.low().toPlainString());
            said.add(interval == null ? "" : interval.high().toPlainString());
        }
        return said;
    }

    private static List<String> expected(CSVRecord example, String measure) {
        return measure.equals("composite")
                ? List.of(example.get(measure))
                : List.of(example.get(measure), example.get(measure + "-low"), example.get(measure + "-high"));
    }
}
