package org.huiyin.sheet;

/**
 * Keeps a spreadsheet from taking a text of a CSV file for a formula or an amount: a mark that makes it text is put before it, and taken off
 * again when the file comes back. Whatever begins with the mark gets another one, so nothing is lost on the way.
 */
public final class Neutral {

    private static final char MARK = '\'';
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠'";
    /** From so many digits on spreadsheets write 2.026E+11; and they drop a leading nought. */
    private static final int LONG_DIGITS = 11;

    private Neutral() {}

    /** A text as it may stand in a CSV file. */
    public static String text(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }

    static String code(String code) {
        boolean digits = code.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        boolean mistaken = digits && (code.length() >= LONG_DIGITS || (code.length() > 1 && code.charAt(0) == '0'));
        return mistaken ? MARK + code : text(code);
    }

    /** The text that was marked. */
    static String back(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
    }
}
