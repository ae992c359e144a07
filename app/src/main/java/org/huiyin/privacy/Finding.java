package org.huiyin.privacy;

/**
 * Personal data found in a text.
 *
 * @param from where it begins, in chars of the text
 * @param to where the text goes on after it
 */
public record Finding(Kind kind, int from, int to) {

    public Finding {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Nothing stands from " + from + " to " + to);
        }
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}
