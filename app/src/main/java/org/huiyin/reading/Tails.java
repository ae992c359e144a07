package org.huiyin.reading;

import java.util.List;
import java.util.regex.Matcher;

/** Takes from the end of an article what is no text of it: a jump, a credit, the names of its writers. */
final class Tails {

    private static final int LONGEST = 60;
    private static final int LONGEST_CREDIT = 30;

    private final Rules rules;

    Tails(Rules rules) {
        this.rules = rules;
    }

    /** A credit in brackets, or behind the last full stop: …越冬。 记者 欧阳春 摄. */
    boolean credit(List<Flow> paragraphs, List<Flow> into) {
        Flow last = paragraphs.getLast();
        int stop = last.text().lastIndexOf('。') + 1;
        int end = last.length();
        if (stop > 0
                && stop < end
                && end - stop <= LONGEST_CREDIT
                && rules.matches("credits", last.slice(stop, end).strip())) {
            into.add(last.slice(stop, end).strip());
            paragraphs.set(paragraphs.size() - 1, last.slice(0, stop));
            return true;
        }
        return cut(paragraphs, "credits", into);
    }

    /** What stands in brackets at the very end; a jump may break a sentence off, names may not. */
    boolean cut(List<Flow> paragraphs, String list, List<Flow> into) {
        Flow last = paragraphs.getLast();
        int open = Math.max(last.text().lastIndexOf('（'), last.text().lastIndexOf('('));
        if (open <= 0 || last.length() - open > LONGEST || "）)".indexOf(last.charAt(last.length() - 1)) < 0) {
            return false;
        }
        Matcher matcher = rules.pattern(list).matcher(last.text()).region(open, last.length());
        boolean whole = Signs.sentenceEnds(last.text().substring(0, open).strip());
        if (!matcher.matches() || !whole && !list.equals("jumps")) {
            return false;
        }
        into.add(last.slice(open, last.length()));
        paragraphs.set(paragraphs.size() - 1, last.slice(0, open).strip());
        return true;
    }
}
