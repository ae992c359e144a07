package org.huiyin.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what identifies a person in a text: numbers with a shape of their own, ids after a cue, addresses down to a door, and names. It looks
 * at the text with full-width letters and digits folded; places are those of the text as it was written. The time it takes grows with the
 * length of the text and no faster. How well it does is measured, see docs/privacy.md.
 */
public final class Detector {

    private Detector() {}

    /** Everything found, in the order of the text, without overlaps. */
    public static List<Finding> find(String text) {
        String folded = folded(text);
        List<Finding> found = new ArrayList<>();
        Numbers.find(folded, found);
        Handles.find(folded, found);
        Addresses.find(folded, found);
        Names.find(folded, found);
        return apart(found);
    }

    /** Of findings that overlap, the kind that goes first, then the longer one. */
    private static List<Finding> apart(List<Finding> found) {
        found.sort(Comparator.comparing(Finding::kind)
                .thenComparing(one -> one.from() - one.to())
                .thenComparing(Finding::from));
        java.util.TreeMap<Integer, Finding> kept = new java.util.TreeMap<>();
        for (Finding one : found) {
            var before = kept.lowerEntry(one.to());
            if (before == null || !before.getValue().overlaps(one)) {
                kept.put(one.from(), one);
            }
        }
        return List.copyOf(kept.values());
    }

    /** The same text, char by char, with full-width forms as their usual ones. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(
                    c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' || c == '\u00A0' ? ' ' : c);
        }
        return folded.toString();
    }
}
