package org.huiyin.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Blanks what identifies a person in text that the public will read, sign for sign, so that a text keeps its length and places in it stay
 * comparable. The original stays with those entitled to it.
 */
public final class Masking {

    private static final char BLANK = '*';

    private Masking() {}

    /** The text as the public may read it. */
    public static String mask(String text) {
        return mask(text, Set.of(), List.of());
    }

    /**
     * The text as the public may read it.
     *
     * @param spared kinds that stay, as the telephone of an office does in what the office writes
     * @param corrections what people decided, oldest first
     */
    public static String mask(String text, Set<Kind> spared, Collection<Correction> corrections) {
        StringBuilder shown = new StringBuilder(text);
        blanked(text, spared, corrections).forEach(one -> blank(text, one, shown));
        return shown.toString();
    }

    /** What is blanked in a text, in its order. */
    public static List<Finding> blanked(String text, Set<Kind> spared, Collection<Correction> corrections) {
        List<Finding> blanked = new ArrayList<>(Detector.find(text));
        blanked.removeIf(one -> spared.contains(one.kind()));
        for (Correction correction : corrections) {
            blanked.removeIf(correction::touches);
            if (!correction.release() && correction.to() <= text.length()) {
                blanked.add(new Finding(Kind.MARKED, correction.from(), correction.to()));
            }
        }
        blanked.sort(Comparator.comparing(Finding::from));
        return List.copyOf(blanked);
    }

    private static void blank(String text, Finding finding, StringBuilder shown) {
        String stretch = Detector.folded(text.substring(finding.from(), finding.to()));
        for (int i = 0; i < stretch.length(); i++) {
            if (hides(finding.kind(), stretch, i)) {
                shown.setCharAt(finding.from() + i, BLANK);
            }
        }
    }

    /** Whether a sign of a finding is blanked; what stays helps whoever wrote it to see what was meant. */
    private static boolean hides(Kind kind, String stretch, int at) {
        char sign = stretch.charAt(at);
        boolean digit = Character.isLetterOrDigit(sign);
        return switch (kind) {
            case MOBILE -> digit && inside(stretch, at, 3, 2);
            case LANDLINE -> digit && inside(stretch, at, stretch.startsWith("0") ? 4 : 1, 2);
            case ID_CARD -> digit && inside(stretch, at, 3, 2);
            case BANK_CARD -> digit && inside(stretch, at, 4, 4);
            case PLATE -> at > 1;
            case EMAIL -> sign != '@';
            case ADDRESS -> Addresses.counts(sign);
            case NAME -> at >= Surnames.at(stretch, 0);
            case ACCOUNT, MARKED -> !Character.isWhitespace(sign);
        };
    }

    /** Whether so many letters or digits of the stretch stand before the place, and so many after it. */
    private static boolean inside(String stretch, int at, int head, int tail) {
        return stretch.substring(0, at)
                                .chars()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        >= head
                && stretch.substring(at + 1)
                                .chars()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        >= tail;
    }
}
