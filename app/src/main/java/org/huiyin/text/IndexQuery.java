package org.huiyin.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What somebody looks for as PostgreSQL reads a tsquery, for words that were entered as {@link Grams} cuts them. */
public final class IndexQuery {

    /** How many numbers a stretch spans. */
    public static final long STRETCH = 5_000;

    /** Nothing is entered under it. */
    private static final String NOTHING = "'#nothing'";
    /** The weight words of titles are entered with, as everybody reads them. */
    private static final String TITLE = "A";

    private IndexQuery() {}

    /** The sign under which a matter is entered beside its words: it holds the stretch of numbers the matter is in. */
    public static String stretch(long matter) {
        return "#w" + matter / STRETCH;
    }

    /** Every stretch that was typed between blanks, as it stands, in titles as everybody reads them; what holds no word finds nothing. */
    public static String titled(String typed) {
        Sought sought = Sought.of(typed);
        return sought.isEmpty()
                ? NOTHING
                : sought.whole().stream().map(word -> phrase(word, TITLE)).collect(Collectors.joining(" & "));
    }

    /** The same, of matters with numbers from one to another, both included; numbers a little outside are found, too. */
    public static String titled(String typed, long from, long to) {
        String stretches = LongStream.rangeClosed(from / STRETCH, to / STRETCH)
                .mapToObj(n -> "'" + stretch(n * STRETCH) + "'")
                .collect(Collectors.joining(" | "));
        return "(" + stretches + ") & " + titled(typed);
    }

    /**
     * Neighbouring signs in their order. A sign at the end may go on in the text, and so may a word of letters.
     *
     * @param weights of the words that count; empty for all
     */
    public static String phrase(String stretch, String weights) {
        List<Grams.Gram> grams = Grams.of(stretch);
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < grams.size(); i++) {
            Grams.Gram gram = grams.get(i);
            boolean last = gram.position() == grams.getLast().position();
            boolean endOfRun =
                    gram.to() - gram.from() == 1 && i > 0 && grams.get(i - 1).to() == gram.to();
            if (endOfRun || gram.tail()) {
                continue;
            }
            boolean open = last && (gram.chinese() ? gram.gram().length() == 1 : letters(gram.gram()));
            String written = "'" + gram.gram() + "':" + (open ? "*" : "") + weights;
            parts.add((parts.isEmpty() ? "" : " <" + (gram.position() - at) + "> ")
                    + (written.endsWith(":") ? written.substring(0, written.length() - 1) : written));
            at = gram.position();
        }
        return "(" + String.join("", parts) + ")";
    }

    private static boolean letters(String word) {
        return word.length() > 2 && word.chars().noneMatch(Character::isDigit);
    }
}
