package org.huiyin.notice;

import java.time.Instant;
import java.util.Locale;
import org.huiyin.org.Units;
import org.huiyin.programme.Text;

/** One word of a message as it is stored, so that every reader finds it in their own language and at their own time of day. */
public final class Word {

    private static final String TIME = "@";
    private static final String UNIT = "#";
    private static final String BOTH = "\u001d";

    /** Stands between the words of a stored message. */
    static final String BETWEEN = "\u001f";

    private Word() {}

    public static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    public static String of(Instant time) {
        return TIME + time;
    }

    /** A text of a definition, in both its languages. */
    public static String of(Text text) {
        return of(text.zh()) + BOTH + of(text.en());
    }

    /** The name of a unit, whatever it is called when the message is read. */
    public static String unit(int unit) {
        return UNIT + unit;
    }

    /** What fills the gap, for this reader. */
    static Object read(String word, Units units, Locale locale) {
        if (word.matches("@-?\\d{4}-.*Z")) {
            return Instant.parse(word.substring(TIME.length()));
        }
        if (word.matches("#\\d{1,9}")) {
            return units.name(Integer.parseInt(word.substring(UNIT.length())), locale);
        }
        int both = word.indexOf(BOTH);
        return both < 0 ? word : new Text(word.substring(0, both), word.substring(both + 1));
    }
}
