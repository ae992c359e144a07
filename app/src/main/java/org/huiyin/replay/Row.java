package org.huiyin.replay;

import java.math.BigDecimal;
import java.util.Map;

/** One row of a table, read cell by cell. */
record Row(long line, Map<String, String> cells) {

    private static final int SHOWN = 40;

    /** The cell without blanks around it; "" when it is empty. */
    String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** The cell on one line. */
    String line(String column) {
        return text(column).replaceAll("\\s+", " ");
    }

    String needed(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new BadCell(column, "is empty");
        }
        return text;
    }

    /** The record's own number, from which the keys of its steps are made. */
    String identity(String column) {
        String id = needed(column);
        if (id.length() > 60 || id.chars().anyMatch(c -> c <= ' ' || c == ':')) {
            throw new BadCell(column, "a number has at most 60 characters and no blank or colon: " + shown(id));
        }
        return id;
    }

    BigDecimal degrees(String column, int most) {
        String text = needed(column);
        if (!text.matches("-?\\d{1,3}(\\.\\d{1,20})?")
                || new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new BadCell(column, "not degrees between -" + most + " and " + most + ": " + shown(text));
        }
        return new BigDecimal(text);
    }

    /** As much of a text as fits a message, on one line. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        return "“" + line.substring(0, end) + (end < line.length() ? "…" : "") + "”";
    }
}
