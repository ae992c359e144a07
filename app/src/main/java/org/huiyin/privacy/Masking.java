package org.huiyin.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        for (Finding found : Detector.find(text)) {
            if (!spared.contains(found.kind())) {
                blank(text, found, shown);
            }
        }
        corrections.forEach(one -> correct(text, one, shown));
        return shown.toString();
    }

    /** A text that was blanked before, after one more decision about it. One that lies outside the text changes nothing. */
    public static String corrected(String text, String shown, Correction correction) {
        StringBuilder again = new StringBuilder(shown);
        correct(text, correction, again);
        return again.toString();
    }

    private static void correct(String text, Correction correction, StringBuilder shown) {
        if (correction.to() > text.length() || shown.length() != text.length()) {
            return;
        }
        for (int i = correction.from(); i < correction.to(); i++) {
            boolean stays = correction.release() || Character.isWhitespace(text.charAt(i));
            shown.setCharAt(i, stays ? text.charAt(i) : BLANK);
        }
    }

    /** The stretches of a text of which something is blanked, in their order: what was found, and what people marked. */
    public static List<Finding> blanked(String text, Set<Kind> spared, Collection<Correction> corrections) {
        String shown = mask(text, spared, corrections);
        return Stream.concat(
                        Detector.find(text).stream().filter(found -> !spared.contains(found.kind())),
                        corrections.stream()
                                .filter(one -> !one.release() && one.to() <= text.length())
                                .map(one -> new Finding(Kind.MARKED, one.from(), one.to())))
                .filter(one -> !text.regionMatches(one.from(), shown, one.from(), one.to() - one.from()))
                .distinct()
                .sorted(Comparator.comparing(Finding::from))
                .toList();
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
