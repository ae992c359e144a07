package org.huiyin.reading;

import org.huiyin.text.Words;

/** What the last signs of a line say: whether a sentence ends there, a bracket is open, a word goes on. */
final class Signs {

    private static final String ENDS = "。！？…";
    private static final String CLOSING = "”’）)》」";

    private Signs() {}

    /** Whether a word of the dictionary stands across the end of a line. */
    static boolean straddle(Words words, String line, String following) {
        String left = line.substring(Math.max(0, line.length() - 4));
        String right = following.substring(0, Math.min(4, following.length()));
        int at = 0;
        for (String word : words.of(left + right)) {
            int found = (left + right).indexOf(word, at);
            if (found >= 0) {
                at = found + word.length();
                if (found < left.length() && at > left.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number without what it counts, or a quotation without its end. */
    static boolean unfinished(String text, String following) {
        boolean number = Character.isDigit(text.charAt(text.length() - 1))
                && Character.isIdeographic(following.charAt(0))
                && text.length() > 6;
        return number || text.lastIndexOf('“') > text.lastIndexOf('”') || text.lastIndexOf('《') > text.lastIndexOf('》');
    }

    static boolean insideBrackets(String text) {
        int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
        int closed = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
        return open > closed && text.length() - open < 80;
    }

    /** Whether a sentence ends with this text, whatever brackets and quotation marks close behind it. */
    static boolean sentenceEnds(String text) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(last) == '）') {
            int open = text.lastIndexOf('（');
            String before = open < 0 ? "" : text.substring(0, open).strip();
            if (!before.isEmpty() && ENDS.indexOf(before.charAt(before.length() - 1)) >= 0) {
                return true;
            }
        }
        while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
    }
}
