package org.huiyin.matter;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The number of a matter: the year it was raised and a running number, such as 2026 0000123. People see and type it with a check digit
 * behind (ISO 7064, MOD 11,10), which catches every single wrong digit and nearly every swap.
 *
 * @param id year × 10,000,000 + running number
 */
public record MatterNumber(long id) implements Comparable<MatterNumber> {

    private static final long PER_YEAR = 10_000_000L;
    private static final int LONGEST_TYPED = 40;

    public MatterNumber {
        long year = id / PER_YEAR;
        if (year < 1900 || year > 2200) {
            throw new IllegalArgumentException("Not a matter number: " + id);
        }
    }

    public static MatterNumber of(int year, long running) {
        if (running < 1 || running >= PER_YEAR) {
            throw new IllegalArgumentException("Running number out of range: " + running);
        }
        return new MatterNumber(year * PER_YEAR + running);
    }

    /** Reads a number as people type it: twelve digits, the last one the check digit; spaces and dashes are skipped. */
    public static MatterNumber parse(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12}")) {
            throw new IllegalArgumentException("A matter number has twelve digits: " + typed);
        }
        if (digits.charAt(11) - '0' != checkDigit(digits.substring(0, 11))) {
            throw new IllegalArgumentException("The check digit of this matter number is wrong: " + typed);
        }
        return new MatterNumber(Long.parseLong(digits.substring(0, 11)));
    }

    /** Reads a number however it was typed or copied; anything else is none. */
    public static Optional<MatterNumber> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Normalizer.normalize(typed, Normalizer.Form.NFKC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public int year() {
        return (int) (id / PER_YEAR);
    }

    /** The number as people see it, check digit included. */
    @Override
    public String toString() {
        String digits = Long.toString(id);
        return digits + checkDigit(digits);
    }

    @Override
    public int compareTo(MatterNumber other) {
        return Long.compare(id, other.id);
    }

    private static int checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
