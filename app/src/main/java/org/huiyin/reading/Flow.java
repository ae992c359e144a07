package org.huiyin.reading;

import java.util.Arrays;

/** A text that still knows where in its source each of its characters stands. Immutable. */
final class Flow implements CharSequence {

    static final Flow EMPTY = new Flow("", new int[0]);

    private final String text;
    private final int[] at;

    private Flow(String text, int[] at) {
        this.text = text;
        this.at = at;
    }

    static Flow of(String source, int from, int to) {
        int[] at = new int[to - from];
        Arrays.setAll(at, i -> from + i);
        return new Flow(source.substring(from, to), at);
    }

    String text() {
        return text;
    }

    /** Where the source of it begins. */
    int from() {
        return at.length == 0 ? 0 : at[0];
    }

    /** Where the source of it ends. */
    int to() {
        return at.length == 0 ? 0 : at[at.length - 1] + 1;
    }

    /** The source of a part of it. */
    Span span(int from, int to) {
        return from >= to ? new Span(from(), from()) : new Span(at[from], at[to - 1] + 1);
    }

    Flow slice(int from, int to) {
        return new Flow(text.substring(from, to), Arrays.copyOfRange(at, from, to));
    }

    /** Whether something of the source was left out before a sign: a blank, or the end of a line. */
    boolean broken(int i) {
        return i > 0 && at[i] > at[i - 1] + 1;
    }

    Flow strip() {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return slice(from, to);
    }

    /** The same places with other signs: one for one. */
    Flow spelled(String other) {
        return new Flow(other, at);
    }

    /** A blank that stands for the end of a line. */
    Flow plusBlank() {
        return plus(new Flow(" ", new int[] {Math.max(0, to() - 1)}));
    }

    /** Two lines as one: a blank stays only where two words of Latin letters meet. */
    Flow onto(Flow next) {
        char last = charAt(length() - 1);
        char first = next.charAt(0);
        boolean words = last < 0x80 && first < 0x80 && Character.isLetter(last) && Character.isLetter(first);
        return (words ? plusBlank() : this).plus(next);
    }

    Flow plus(Flow next) {
        int[] both = Arrays.copyOf(at, at.length + next.at.length);
        System.arraycopy(next.at, 0, both, at.length, next.at.length);
        return new Flow(text + next.text, both);
    }

    /** Without the signs that are marked. */
    Flow without(boolean[] gone) {
        StringBuilder kept = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!gone[i]) {
                places[kept.length()] = at[i];
                kept.append(text.charAt(i));
            }
        }
        return new Flow(kept.toString(), Arrays.copyOf(places, kept.length()));
    }

    @Override
    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    static boolean blank(char sign) {
        return sign == ' ' || sign == '\u3000' || sign == '\t' || sign == '\u00a0' || Character.isWhitespace(sign);
    }

    /** A stretch of the source, in characters, its end left out. */
    record Span(int from, int to) {}
}
