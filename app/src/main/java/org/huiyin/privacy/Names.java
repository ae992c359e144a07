package org.huiyin.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Full personal names: a surname and one or two signs that are no words, where something around them speaks for a person. Each sign of
 * evidence counts for or against; what is over the bar is a name, and so is every other place of the text where it stands.
 */
final class Names {

    /** So much must speak for a name. */
    private static final double BAR = 2.7;

    /** So far a name is looked for a second time. */
    private static final int NEARBY = 2000;

    /** What stands between a name and what has the shape of one, in a list. */
    private static final double BETWEEN = 2.4;

    private record Candidate(int from, int to, double score) {}

    private final String text;
    private final Words words;
    private int lastEnd = -1;

    private Names(String text) {
        this.text = text;
        this.words = new Words(text);
    }

    static void find(String text, List<Finding> found) {
        Names names = new Names(text);
        names.everywhere(names.read(), found);
    }

    private Set<String> read() {
        Set<String> names = new HashSet<>();
        int from = 0;
        while (from < text.length()) {
            Candidate best = best(from);
            if (best == null) {
                from++;
            } else {
                names.add(text.substring(best.from(), best.to()));
                lastEnd = best.to();
                from = best.to();
            }
        }
        return names;
    }

    private void everywhere(Set<String> names, List<Finding> found) {
        for (int from = 0; from < text.length() && !names.isEmpty(); from++) {
            int surname = Surnames.at(text, from);
            for (int given = surname == 0 ? 0 : 2; given >= 1; given--) {
                int to = from + surname + given;
                if (to <= text.length() && names.contains(text.substring(from, to)) && !NameContext.thing(text, to)) {
                    found.add(new Finding(Kind.NAME, from, to));
                    break;
                }
            }
        }
    }

    private @Nullable Candidate best(int from) {
        int surname = Surnames.at(text, from);
        if (surname == 0) {
            return null;
        }
        Candidate best = null;
        for (int given = 2; given >= 1; given--) {
            int to = from + surname + given;
            if (to <= text.length()
                    && GivenNames.possible(text, from + surname, to)
                    && !maskedAlready(to)
                    && !NameContext.titled(text, from + surname, to)) {
                double score = score(from, from + surname, to);
                if (score >= BAR && (best == null || score > best.score())) {
                    best = new Candidate(from, to, score);
                }
            }
        }
        return best;
    }

    private double score(int from, int given, int to) {
        double before = lastEnd < 0 ? 0 : NameContext.lists(text, lastEnd, from);
        boolean followed = NameContext.followed(text, to);
        double listed = before > 0 && followed ? BETWEEN : before + (before < 1 && followed ? 1 : 0);
        double around = Surnames.weight(text, from) + NameContext.weight(text, from, to) + listed;
        if (around < BAR - GivenNames.MOST) {
            return around;
        }
        boolean introduced = NameContext.introduces(text, from, to);
        return around + GivenNames.weight(text, words, from, given, to, introduced) + again(from, to);
    }

    /** What stands twice in a text is sooner the name of somebody it speaks of. */
    private double again(int from, int to) {
        return to - from == 3 && text.indexOf(text.substring(from, to), to, Math.min(text.length(), to + NEARBY)) >= 0
                ? 0.4
                : 0;
    }

    /** Whoever wrote it starred the rest of the name out. */
    private boolean maskedAlready(int to) {
        return to < text.length() && (text.charAt(to) == '*' || text.charAt(to) == '某');
    }
}
