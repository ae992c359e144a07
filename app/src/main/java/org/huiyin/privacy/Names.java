package org.huiyin.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** 郑　武: in lists short names are drawn out to the width of long ones. */
    private static final Pattern SPACED = Pattern.compile("(?<!\\p{IsHan})\\p{IsHan} {1,3}\\p{IsHan}(?!\\p{IsHan})");

    /** What a run of three or more that all have the shape of names says, though none is known yet. */
    private static final double RUN = 2;

    private static final String STARS = "****";

    private record Candidate(int from, int to, double score) {}

    private final String text;
    private final Words words;
    private int lastEnd = -1;

    /** Where names that are sure begin and end, once the text has been read. */
    private final BitSet starts = new BitSet();

    private final BitSet ends = new BitSet();

    private Names(String text) {
        this.text = text;
        this.words = new Words(text);
    }

    static void find(String text, List<Finding> found) {
        Names names = new Names(text);
        Set<String> sure = names.read();
        // what stands beside a name that is sure is read again
        if (!sure.isEmpty()) {
            names.mark(sure);
            sure.addAll(names.read());
        }
        names.everywhere(sure, found);
        for (Matcher m = SPACED.matcher(text); m.find(); ) {
            if (Surnames.usual(text, m.start()) && GivenNames.possible(text, m.end() - 1, m.end())) {
                found.add(new Finding(Kind.NAME, m.start(), m.end()));
            }
        }
    }

    private void mark(Set<String> sure) {
        List<Finding> found = new ArrayList<>();
        everywhere(sure, found);
        found.forEach(one -> {
            starts.set(one.from());
            ends.set(one.to());
        });
    }

    private Set<String> read() {
        Set<String> names = new HashSet<>();
        lastEnd = -1;
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
                // 林郡溪项目 is a thing, and 林郡 nobody
                if (given == 2 && words.cutAt(to) && NameContext.thing(text, to)) {
                    return null;
                }
                double score = score(from, from + surname, to);
                if (score >= BAR && (best == null || score > best.score())) {
                    best = new Candidate(from, to, score);
                }
            }
        }
        return best;
    }

    private double score(int from, int given, int to) {
        double before = lastEnd < 0 ? 0 : NameLists.lists(text, lastEnd, from);
        boolean followed = NameLists.followed(text, to);
        double listed = before > 0 && followed ? BETWEEN : before + (before < 1 && followed ? 1 : 0);
        if (listed < RUN && NameLists.inRun(text, from, to)) {
            listed = RUN;
        }
        listed = Math.max(listed, NameLists.beside(text, from, to, starts, ends));
        double around = Surnames.weight(text, from) + NameContext.weight(text, from, to) + listed;
        if (around < BAR - GivenNames.MOST) {
            return around;
        }
        boolean introduced = NameContext.introduces(text, from, to);
        return around + GivenNames.weight(text, words, from, given, to, introduced) + again(from, to);
    }

    /**
     * What stands twice in a text is sooner the name of somebody it speaks of; what goes on with the same sign each time is sooner a
     * part of something longer, as 盛地汇 is of 盛地汇金.
     */
    private double again(int from, int to) {
        String name = text.substring(from, to);
        int end = Math.min(text.length(), to + NEARBY);
        int next = text.indexOf(name, to, end);
        if (next < 0) {
            return 0;
        }
        boolean longer = next + name.length() < text.length()
                && Character.isIdeographic(text.charAt(to))
                && text.charAt(to) == text.charAt(next + name.length())
                && !NameContext.goesOn(text, to);
        if (longer) {
            return -1;
        }
        boolean often = Surnames.plain(text, from) && text.indexOf(name, next + 1, end) >= 0;
        return name.length() < 3 ? 0 : often ? 0.6 : 0.4;
    }

    /** Whoever wrote it starred the rest of the name out; more stars are a number that stood behind it. */
    private boolean maskedAlready(int to) {
        return to < text.length() && (text.charAt(to) == '某' || text.charAt(to) == '*' && !text.startsWith(STARS, to));
    }
}
