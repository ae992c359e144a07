package org.huiyin.sheet;

/**
 * What is wrong with a cell, or with a line as a whole.
 *
 * @param line as the spreadsheet counts; 0 for the file
 * @param column from 0; negative for the line as a whole
 * @param cell {@code C7}, as people find it
 * @param said what is wrong and what was expected
 */
public record Fault(long line, int column, String cell, String heading, String value, String said) {

    private static final int SHOWN = 40;

    static Fault of(long line, int column, String heading, String value, String said) {
        return new Fault(line, column, address(line, column), heading, shortened(value), said);
    }

    private static String address(long line, int column) {
        return (column < 0 ? "" : letters(column)) + (line > 0 ? Long.toString(line) : "");
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.codePointCount(0, line.length()) > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…"
                : line;
    }
}
