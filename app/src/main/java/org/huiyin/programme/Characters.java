package org.huiyin.programme;

import java.text.Normalizer;

/** What may stand in a text that people write, and how it is kept: in Unicode normal form C, without blanks around it. */
final class Characters {

    private Characters() {}

    /** Whether a reader would see nothing at all. */
    static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    static String normal(String text) {
        String ends = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        String stripped = ends.strip();
        return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
                ? stripped
                : Normalizer.normalize(stripped, Normalizer.Form.NFC);
    }

    /** Full-width letters and figures as Chinese keyboards give them, made plain. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).strip();
    }

    /** The first thing that may not stand in a text: "" when all may, else the slug of what is wrong. */
    static String forbidden(String text, boolean lines) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE || c == 0xFFFD) {
                return "broken-text";
            }
            if (c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069) {
                return "bidi-character";
            }
            if (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t'))
                    || !lines && (c == 0x2028 || c == 0x2029)) {
                return c == '\n' ? "one-line-only" : "control-character";
            }
            i += Character.charCount(c);
        }
        return "";
    }

    static String shortened(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> kept.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return kept.toString();
    }
}
