package org.huiyin.sheet;

import java.util.regex.Pattern;

/** Makes a text one that a cell of a workbook can hold. */
public final class CellText {

    private static final int LONGEST = 32_767;
    /** What a spreadsheet would read as a code for a sign. */
    private static final Pattern SIGN_CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private CellText() {}

    /** Nearly every text holds nothing that is looked for. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign >= '\uFFFE' || sign == '_') {
                return false;
            }
        }
        return true;
    }

    /** At most 32,767 characters, none of those XML forbids. */
    public static String of(String text) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return plain(whole)
                ? whole
                : SIGN_CODE.matcher(NO_XML.matcher(whole).replaceAll("")).replaceAll("_x005F_");
    }
}
