package org.huiyin.reading;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Tells by the words of a line what it is: a by-line, a credit, a jump, the beginning of an article. */
final class Marks {

    /** No wider are names that did not fit into a by-line. */
    private static final int NAMES = 14;

    private static final int LONGEST_CREDIT = 30;

    private final Rules rules;

    /** Lines are asked again and again. */
    private final Map<Line, Optional<Block.Kind>> known = new IdentityHashMap<>();

    Marks(Rules rules) {
        this.rules = rules;
    }

    /** What a line is that is neither headline nor running text; null for those. */
    Block.@Nullable Kind mark(Line line) {
        return known.computeIfAbsent(line, one -> Optional.ofNullable(told(one)))
                .orElse(null);
    }

    private Block.@Nullable Kind told(Line line) {
        if (rules.matches("jumps", line.text())) {
            return Block.Kind.JUMP;
        }
        if (rules.matches("credits", line.text())) {
            return Block.Kind.CREDIT;
        }
        return rules.matches("bylines", line.text()) ? Block.Kind.BYLINE : null;
    }

    Block.Cue cue(Line line) {
        Matcher strong = rules.pattern("starts").matcher(line.text());
        if (strong.lookingAt()) {
            return Block.Cue.STRONG;
        }
        return rules.pattern("weak-starts").matcher(line.text()).lookingAt() ? Block.Cue.WEAK : Block.Cue.NONE;
    }

    /** Whether a paragraph ends with its writer's name in brackets or a credit: the article ends there. */
    boolean signed(String paragraph) {
        int end = paragraph.length();
        int stop = paragraph.lastIndexOf('。') + 1;
        if (stop > 0
                && end - stop <= LONGEST_CREDIT
                && rules.matches("credits", paragraph.substring(stop).strip())) {
            return true;
        }
        int open = Math.max(paragraph.lastIndexOf('（'), paragraph.lastIndexOf('('));
        return open > 0
                && end - open <= 2 * LONGEST_CREDIT
                && rules.matches("bylines", paragraph.substring(open))
                && Signs.sentenceEnds(paragraph.substring(0, open).strip());
    }

    /** Whether something new begins with a line. */
    boolean starts(Line line) {
        return cue(line) == Block.Cue.STRONG || mark(line) != null;
    }

    /** A by-line with the names that did not fit into it; the same line when the following one holds none. */
    Line named(Line line, @Nullable Line following) {
        if (following == null
                || following.apart()
                || following.width() > NAMES
                || !rules.matches("more-names", following.text())) {
            return line;
        }
        // One sign and a blank: the rest of a name that began above
        Flow above =
                following.text().indexOf(' ') == 1 ? line.flow() : line.flow().plusBlank();
        return new Line(above.plus(following.flow()), line.indent(), line.apart(), line.doubled());
    }
}
