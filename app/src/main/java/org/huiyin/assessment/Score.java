package org.huiyin.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a measure comes to. There is none where nothing was to be measured.
 *
 * @param share the exact value
 * @param percent as published: rounded once, half up, two decimals
 * @param numerator the weighted sum it is made of; null for a sum of measures
 * @param cases how many it rests on; of a sum of measures, the fewest
 * @param interval null for a sum of measures
 */
public record Score(
        Fraction share,
        BigDecimal percent,
        @Nullable BigDecimal numerator,
        long cases,
        @Nullable Interval interval) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** Where the true rate lies with the stated likelihood (Wilson 1927), in percent, two decimals. */
    public record Interval(BigDecimal low, BigDecimal high) {

        static Interval of(Fraction share, long cases, BigDecimal z) {
            BigDecimal n = BigDecimal.valueOf(cases);
            BigDecimal p = new BigDecimal(share.numerator()).divide(new BigDecimal(share.denominator()), EXACT);
            BigDecimal squared = z.multiply(z);
            BigDecimal divisor = BigDecimal.ONE.add(squared.divide(n, EXACT));
            BigDecimal centre = p.add(squared.divide(n.multiply(BigDecimal.TWO), EXACT));
            BigDecimal spread = p.multiply(BigDecimal.ONE.subtract(p))
                    .divide(n, EXACT)
                    .add(squared.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), EXACT))
                    .sqrt(EXACT)
                    .multiply(z);
            return new Interval(
                    percent(centre.subtract(spread).divide(divisor, EXACT)),
                    percent(centre.add(spread).divide(divisor, EXACT)));
        }

        private static BigDecimal percent(BigDecimal share) {
            BigDecimal within = share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
            return within.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
        }
    }
}
