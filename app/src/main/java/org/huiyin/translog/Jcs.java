package org.huiyin.translog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON in its one canonical form (RFC 8785): members sorted by UTF-16, numbers as ECMAScript writes them, nothing escaped but what must be.
 * A number that no double holds exactly is written as a text of its decimal digits, as section 3.1 advises.
 */
final class Jcs {

    private static final long MOST_EXACT = (1L << 53) - 1;
    private static final int MOST_PLAIN_DIGITS = 21;
    private static final int MOST_LEADING_ZEROES = 6;

    /** More than any double has; a number of a billion digits is nobody's. */
    private static final int MOST_DIGITS = 800;

    private final StringBuilder out;

    Jcs(StringBuilder out) {
        this.out = out;
    }

    /** Of maps, lists, texts, whole numbers, decimals, truths and null. */
    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder(128);
        new Jcs(out).write(value);
        return out.toString();
    }

    static byte[] bytes(@Nullable Object value) {
        return of(value).getBytes(StandardCharsets.UTF_8);
    }

    void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text);
            case Map<?, ?> map -> members(map);
            case List<?> list -> items(list);
            case Integer number -> out.append((int) number);
            case Long number -> whole(number);
            case BigDecimal number -> decimal(number);
            case Double number -> out.append(number(number));
            case Boolean truth -> out.append((boolean) truth);
            default -> throw new IllegalArgumentException("Has no canonical form: " + value.getClass());
        }
    }

    private void members(Map<?, ?> map) {
        out.append('{');
        String before = "";
        for (Map.Entry<?, ?> member : sorted(map).entrySet()) {
            out.append(before);
            text(String.valueOf(member.getKey()));
            out.append(':');
            write(member.getValue());
            before = ",";
        }
        out.append('}');
    }

    /** By UTF-16, as texts compare; what is in order already is not put there again, for every step's entry is. */
    private static Map<?, ?> sorted(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() == null) {
            return map;
        }
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        return sorted;
    }

    private void items(List<?> list) {
        out.append('[');
        for (Iterator<?> item = list.iterator(); item.hasNext(); ) {
            write(item.next());
            out.append(item.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void whole(long number) {
        if (Math.abs(number) <= MOST_EXACT) {
            out.append(number);
        } else {
            text(Long.toString(number));
        }
    }

    private void decimal(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new Unreadable(Unreadable.Why.ENTRY_FORM);
        }
        double nearest = number.doubleValue();
        boolean exact = Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
        if (exact) {
            out.append(number(nearest));
        } else {
            text(number.stripTrailingZeros().toPlainString());
        }
    }

    /** A number as ECMAScript's Number::toString writes it (ECMA-262, 6.1.6.1.20). */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Has no canonical form: " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + placed(digits, digits.length() - shortest.scale());
    }

    /** The shortest decimal that reads as this double; Java always gives two digits where one may do. */
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (written.precision() == 2) {
            BigDecimal shorter = written.round(new java.math.MathContext(1));
            return shorter.doubleValue() == value ? shorter.stripTrailingZeros() : written;
        }
        return written;
    }

    /**
     * The digits with their point.
     *
     * @param point how many digits stand before it
     */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MOST_PLAIN_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= MOST_PLAIN_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_LEADING_ZEROES < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    void text(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, done, i).append(escaped(c));
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
