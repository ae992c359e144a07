package org.huiyin.search;

import org.huiyin.org.Place;
import org.huiyin.text.Grams;
import org.huiyin.text.IndexQuery;
import org.huiyin.text.Spelling;

/** The words of a text on their way into the index, each with its place and a weight that says who may read it. */
final class Vector {

    /** The title, which everybody may read. */
    static final char TITLE = 'A';
    /** What everybody may read. */
    static final char EVERYBODY = 'B';
    /** What staff may read, those of the unit complained of included. */
    static final char STAFF = 'C';
    /** What only staff may read who may also know who raised the matter. */
    static final char ENTITLED = 'D';

    private static final int LAST_POSITION = 16_383;

    private final StringBuilder written = new StringBuilder();
    private int last;

    /** The sign of a stretch of numbers; it holds this number. */
    static String stretch(long matter) {
        return IndexQuery.stretch(matter);
    }

    static String place(String code) {
        return "#p" + code;
    }

    static String unit(long unit) {
        return "#u" + unit;
    }

    static String channel(String channel) {
        return "#c" + channel;
    }

    /**
     * Adds a text; long numbers, which are mostly telephones, are for those who may know who wrote it.
     *
     * @param shown the same text, sign for sign, with blanks where fewer may read it than the weight says
     */
    void text(String text, String shown, char weight) {
        String even = Spelling.of(text);
        int from = last;
        for (Grams.Gram gram : Grams.of(even)) {
            boolean open = text.regionMatches(gram.from(), shown, gram.from(), gram.to() - gram.from());
            last = Math.min(LAST_POSITION, from + gram.position());
            put(gram.gram(), open && !gram.longNumber() ? weight : ENTITLED);
        }
    }

    /** Adds a sign that stands for something. */
    void sign(String sign, char weight) {
        last = Math.min(LAST_POSITION, last + 1);
        put(sign, weight);
    }

    /** Adds the places a place lies in, from the county inwards; houses and grids tell who lives there. */
    void placesOf(String code, char weight) {
        for (Place.Level level : Place.Level.values()) {
            int length = level.codeLength();
            if (level != Place.Level.CITY && length <= code.length()) {
                sign(place(code.substring(0, length)), level.compareTo(Place.Level.VILLAGE) > 0 ? ENTITLED : weight);
            }
        }
    }

    private void put(String word, char weight) {
        written.append(word).append(':').append(last).append(weight).append(' ');
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** As PostgreSQL reads a tsvector. */
    @Override
    public String toString() {
        return written.toString();
    }
}
