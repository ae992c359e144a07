package org.huiyin.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as a rule states it, such as {@code 5wd} (five working days) or {@code 24h} (around the clock). */
public record Limit(int amount, Measure measure) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,9})(wm|wh|wd|h|d|mo)");

    /** What a limit counts; {@code tooMany} of it is ten years (of 250 working days, of 6 h 30 min). */
    public enum Measure {
        WORKING_MINUTES("wm", 975_000),
        WORKING_HOURS("wh", 16_250),
        WORKING_DAYS("wd", 2_500),
        HOURS("h", 87_600),
        DAYS("d", 3_650),
        MONTHS("mo", 120);

        private final String suffix;
        private final int tooMany;

        Measure(String suffix, int tooMany) {
            this.suffix = suffix;
            this.tooMany = tooMany;
        }
    }

    public Limit {
        if (amount < 0) {
            throw new BadSpan(
                    "negative", "A limit cannot be negative: " + amount + measure.suffix, amount + measure.suffix);
        }
        if (amount == 0) {
            throw new BadSpan("nothing", "A limit cannot be nothing: 0" + measure.suffix, "0" + measure.suffix);
        }
        if (amount >= measure.tooMany) {
            throw new BadSpan(
                    "ten-years",
                    "A limit must be shorter than ten years (" + measure.tooMany + measure.suffix + "): " + amount
                            + measure.suffix,
                    measure.tooMany + measure.suffix,
                    amount + measure.suffix);
        }
    }

    /** Reads {@code 90wm}, {@code 2wh}, {@code 5wd}, {@code 24h}, {@code 15d} or {@code 3mo}. */
    public static Limit parse(String written) {
        Matcher match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            throw new BadSpan(
                    "no-limit",
                    "Not a limit: \"" + written + "\"; expected a number and wm, wh, wd, h, d or mo, such as 5wd",
                    written);
        }
        for (Measure measure : Measure.values()) {
            if (measure.suffix.equals(match.group(2))) {
                return new Limit(Integer.parseInt(match.group(1)), measure);
            }
        }
        throw new IllegalStateException(written);
    }

    /** A share of this limit, such as 2/3 for a co-handler: rounded up to whole units, so at least 1. */
    public Limit scaled(int numerator, int denominator) {
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException("Not a share of a limit: " + numerator + "/" + denominator);
        }
        return new Limit(Math.toIntExact(Math.ceilDiv((long) amount * numerator, (long) denominator)), measure);
    }

    @Override
    public String toString() {
        return amount + measure.suffix;
    }
}
