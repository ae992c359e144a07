package org.huiyin.privacy;

/**
 * What a person decided about a stretch of a text against the detector: to let it be read, or to blank it as well. The last decision counts.
 *
 * @param release whether it may be read; otherwise it is blanked
 * @param from where it begins, in chars of the text
 * @param to where the text goes on after it
 */
public record Correction(boolean release, int from, int to) {

    public Correction {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Nothing stands from " + from + " to " + to);
        }
    }
}
