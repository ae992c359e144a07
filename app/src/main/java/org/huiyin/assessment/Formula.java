package org.huiyin.assessment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.jspecify.annotations.Nullable;

/** Reckons measures from counts. Pure and exact: only what is shown is rounded, once. */
final class Formula {

    private Formula() {}

    /** Every measure that comes to something; one that would divide by zero, or rests on one that would, is left out. */
    static Map<String, Score> scores(Measures measures, Map<String, Long> counts) {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (Measure measure : measures.measures().values()) {
            Score score = score(measures, measure, counts);
            if (score != null) {
                scores.put(measure.name(), score);
            }
        }
        return scores;
    }

    static @Nullable Score score(Measures measures, Measure measure, Map<String, Long> counts) {
        return measure.sumOfMeasures() ? sum(measures, measure, counts) : rate(measures, measure, counts);
    }

    private static @Nullable Score rate(Measures measures, Measure measure, Map<String, Long> counts) {
        long cases = measure.over().stream()
                .mapToLong(part -> counts.getOrDefault(part, 0L))
                .sum();
        if (cases <= 0) {
            return null;
        }
        BigDecimal numerator = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> weight : measure.of().entrySet()) {
            numerator = numerator.add(
                    weight.getValue().multiply(BigDecimal.valueOf(counts.getOrDefault(weight.getKey(), 0L))));
        }
        Fraction share = Fraction.of(numerator).over(Fraction.of(cases));
        boolean proper = numerator.signum() >= 0 && numerator.compareTo(BigDecimal.valueOf(cases)) <= 0;
        return new Score(
                share,
                share.percent(),
                numerator.stripTrailingZeros(),
                cases,
                proper ? Score.Interval.of(share, cases, measures.ranking().z()) : null);
    }

    private static @Nullable Score sum(Measures measures, Measure measure, Map<String, Long> counts) {
        Fraction sum = Fraction.ZERO;
        long cases = Long.MAX_VALUE;
        for (Map.Entry<String, BigDecimal> weight : measure.of().entrySet()) {
            Measure term = measures.measure(weight.getKey())
                    .orElseThrow(() -> new IllegalStateException("No measure " + weight.getKey()));
            Score score = score(measures, term, counts);
            if (score == null) {
                return null;
            }
            sum = sum.plus(score.share().times(Fraction.of(weight.getValue())));
            cases = Math.min(cases, score.cases());
        }
        return new Score(sum, sum.percent(), null, cases, null);
    }
}
