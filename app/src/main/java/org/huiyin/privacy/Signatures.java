package org.huiyin.privacy;

import java.util.regex.Pattern;

/** Where people begin and sign what they write: names stand there with little around them. */
final class Signatures {

    private static final int LONGEST_DAY = 40;

    /** A day at the end of the text. */
    private static final Pattern DAY =
            Pattern.compile("[\\s,，]{0,6}(?:(?:19|20)[0-9]{2} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2} ?日?)?[。\\s]*$");

    private Signatures() {}

    /** Whether a sentence begins here: then whoever it speaks of stands first. */
    static boolean begins(String text, int from) {
        return from == 0 || "。！？；!?;\n".indexOf(text.charAt(from - 1)) >= 0;
    }

    /** Whether it stands between blanks, at least on one side between more than one, as signatures do. */
    static boolean apart(String text, int from, int to) {
        return blank(text, from - 1) && blank(text, to) && (blank(text, from - 2) || blank(text, to + 1));
    }

    /** Whether a letter addresses somebody here: 尊敬的…局长 */
    static boolean greeted(String text, int from) {
        return begins(text, from) || blank(text, from - 1) || from > 1 && text.startsWith("敬的", from - 2);
    }

    /** Whether it stands alone at the end of the text, but for the day it was written. */
    static boolean signs(String text, int from, int to) {
        if (!begins(text, from) && !blank(text, from - 1)) {
            return false;
        }
        for (int at = to; at < text.length(); at++) {
            if (at - to > LONGEST_DAY || !blank(text, at) && "0123456789年月日.-/。".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but the day of writing comes after it. */
    static boolean dated(String text, int to) {
        return DAY.matcher(text).region(to, text.length()).lookingAt();
    }

    private static boolean blank(String text, int place) {
        return place < 0 || place >= text.length() || Character.isWhitespace(text.charAt(place));
    }
}
