package org.huiyin.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as a rule states it, such as {@code 5wd} (five working days) or {@code 24h} (around the clock). */
public record Limit(int amount, Measure measure) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})(wm|wh|wd|h|d|mo)");

    /** What a limit counts. */
    public enum Measure {
        WORKING_MINUTES("wm"),
        WORKING_HOURS("wh"),
        WORKING_DAYS("wd"),
        HOURS("h"),
        DAYS("d"),
        MONTHS("mo");

        private final String suffix;

        Measure(String suffix) {
            this.suffix = suffix;
        }
    }

    public Limit {
        if (amount < 0) {
            throw new IllegalArgumentException("A limit cannot be negative: " + amount);
        }
    }

    /** Reads {@code 90wm}, {@code 2wh}, {@code 5wd}, {@code 24h}, {@code 15d} or {@code 3mo}. */
    public static Limit parse(String written) {
        Matcher match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Not a limit: \"" + written + "\"; expected a number and wm, wh, wd, h, d or mo, such as 5wd");
        }
        for (Measure measure : Measure.values()) {
            if (measure.suffix.equals(match.group(2))) {
                return new Limit(Integer.parseInt(match.group(1)), measure);
            }
        }
        throw new IllegalStateException(written);
    }

    @Override
    public String toString() {
        return amount + measure.suffix;
    }
}
