package org.huiyin.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.programme.Measures;
import org.jspecify.annotations.Nullable;

/**
 * A ranking reckoned as of an instant, with all it was reckoned from, as the bytes that are published.
 *
 * @param inputs canonical JSON: programme, measures, period, instant, units with their classes, exclusions, steps
 * @param result canonical JSON: every class with its units, ranks, counts and measures
 */
record Ranking(Measures measures, Period period, Instant asOf, Standings standings, byte[] inputs, byte[] result) {

    static Ranking of(
            Measures measures,
            Period period,
            Instant asOf,
            Roster roster,
            LeftOut leftOut,
            Recount.Counted counted,
            @Nullable Period before) {
        Standings standings =
                Standings.of(measures, roster, counted.of(period), before == null ? null : counted.of(before));
        return new Ranking(
                measures,
                period,
                asOf,
                standings,
                Canonical.bytes(inputs(measures, period, asOf, roster, leftOut, counted)),
                Canonical.bytes(result(measures, period, asOf, standings)));
    }

    String inputsFingerprint() {
        return Canonical.fingerprint(inputs);
    }

    String resultFingerprint() {
        return Canonical.fingerprint(result);
    }

    private static Map<String, Object> head(Measures measures, Period period, Instant asOf) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("form", 1);
        head.put("programme", measures.programme());
        head.put("measures", measures.version());
        head.put("period", period.key());
        head.put("from", period.from().toString());
        head.put("until", period.until().toString());
        head.put("asOf", asOf.toString());
        return head;
    }

    private static Map<String, Object> inputs(
            Measures measures, Period period, Instant asOf, Roster roster, LeftOut leftOut, Recount.Counted counted) {
        Map<String, Object> inputs = head(measures, period, asOf);
        inputs.put("measuresFingerprint", measures.fingerprint());
        inputs.put("steps", counted.steps());
        Instant last = counted.last();
        inputs.put("lastStep", last == null ? "" : last.toString());
        List<Object> excluded = new ArrayList<>();
        for (Exclusion one : leftOut.all()) {
            excluded.add(List.of(
                    one.id(),
                    one.matter(),
                    one.unit(),
                    one.from().toString(),
                    one.until().toString()));
        }
        inputs.put("exclusions", excluded);
        List<Object> units = new ArrayList<>();
        roster.members().forEach(member -> units.add(List.of(member.unit(), member.code(), member.kind())));
        inputs.put("units", units);
        return inputs;
    }

    private static Map<String, Object> result(Measures measures, Period period, Instant asOf, Standings standings) {
        Map<String, Object> result = head(measures, period, asOf);
        Map<String, Object> classes = new LinkedHashMap<>();
        standings.classes().forEach((kind, rows) -> {
            List<Object> units = new ArrayList<>();
            rows.forEach(row -> units.add(row(row)));
            classes.put(kind, units);
        });
        result.put("classes", classes);
        return result;
    }

    private static Map<String, Object> row(Standing standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", standing.unit());
        row.put("code", standing.code());
        put(row, "rank", standing.rank());
        put(row, "rankBefore", standing.rankBefore());
        put(row, "change", standing.change());
        row.put("counts", new TreeMap<>(standing.counts()));
        Map<String, Object> scores = new LinkedHashMap<>();
        standing.scores().forEach((name, score) -> scores.put(name, score(score)));
        row.put("scores", scores);
        return row;
    }

    private static Map<String, Object> score(Score score) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("percent", score.percent());
        BigDecimal numerator = score.numerator();
        put(written, "of", numerator);
        written.put("over", score.cases());
        Score.Interval interval = score.interval();
        if (interval != null) {
            written.put("low", interval.low());
            written.put("high", interval.high());
        }
        return written;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
