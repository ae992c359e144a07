package org.huiyin.text;

import java.text.Normalizer;
import java.util.Locale;

/** One spelling for what people write in many: full and half width, upper and lower case, marks that nobody sees. */
public final class Plain {

    private Plain() {}

    /** Without blanks, line breaks and invisible marks, in half width and lower case: what two spellings of the same words have in common. */
    public static String of(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(even.length());
        even.codePoints().filter(Plain::seen).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean seen(int point) {
        return !Character.isWhitespace(point)
                && !Character.isISOControl(point)
                && Character.getType(point) != Character.FORMAT
                && Character.getType(point) != Character.SURROGATE
                && point != 0xA0
                && point != 0x3000;
    }
}
