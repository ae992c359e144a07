package org.huiyin.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a text can be looked up: of Chinese every two neighbouring signs, of other scripts whole words, of long numbers their last four digits
 * too. No dictionary decides where a word ends, so a name nobody has heard of is found like any other.
 */
public final class Grams {

    private static final int LONGEST_WORD = 40;
    private static final int LONG_NUMBER = 7;
    private static final int TAIL = 4;

    private Grams() {}

    /**
     * One gram.
     *
     * @param from where it begins in the text
     * @param to where it ends
     * @param position its place among the words; a Chinese sign counts as one word
     * @param tail whether it is the end of a long number
     */
    public record Gram(String gram, int from, int to, int position, boolean tail) {

        /** Whether it is a number of seven digits or more, or the end of one. */
        public boolean longNumber() {
            return gram.length() >= LONG_NUMBER && gram.chars().allMatch(Character::isDigit) || tail;
        }

        public boolean chinese() {
            return isChinese(gram.charAt(0));
        }
    }

    /** The grams of a text in the one {@link Spelling}, in their order. */
    public static List<Gram> of(String even) {
        List<Gram> grams = new ArrayList<>();
        int position = 1;
        int at = 0;
        while (at < even.length()) {
            char sign = even.charAt(at);
            if (isChinese(sign)) {
                boolean pair = at + 1 < even.length() && isChinese(even.charAt(at + 1));
                int to = pair ? at + 2 : at + 1;
                grams.add(new Gram(even.substring(at, to), at, to, position++, false));
                at++;
            } else if (isPartOfWord(sign)) {
                int to = at + 1;
                while (to < even.length() && isPartOfWord(even.charAt(to))) {
                    to++;
                }
                addWord(grams, even, at, to, position++);
                at = to;
            } else {
                at++;
            }
        }
        return grams;
    }

    private static void addWord(List<Gram> grams, String even, int from, int to, int position) {
        grams.add(new Gram(even.substring(from, Math.min(to, from + LONGEST_WORD)), from, to, position, false));
        boolean number =
                to - from >= LONG_NUMBER && even.substring(from, to).chars().allMatch(Character::isDigit);
        if (number) {
            grams.add(new Gram(even.substring(to - TAIL, to), to - TAIL, to, position, true));
        }
    }

    public static boolean isChinese(char sign) {
        return sign >= 0x3400 && sign <= 0x9FFF || sign >= 0xF900 && sign <= 0xFAFF || sign == '〇';
    }

    public static boolean isPartOfWord(char sign) {
        return !isChinese(sign) && !Character.isSurrogate(sign) && Character.isLetterOrDigit(sign);
    }
}
