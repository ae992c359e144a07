package org.huiyin.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An article while a page is being put together: its text first, its headlines later. */
final class Draft {

    /** So many signs of an article tell what its headline is about. */
    private static final int LEAD = 260;

    private static final int TAIL = 3000;

    final List<Flow> paragraphs = new ArrayList<>();
    final List<Flow> subheads = new ArrayList<>();
    final List<Flow> bylines = new ArrayList<>();
    final List<Flow> credits = new ArrayList<>();
    final List<Flow> jumps = new ArrayList<>();
    final List<Block> headings = new ArrayList<>();
    final List<Flow> columns = new ArrayList<>();
    boolean photo;
    boolean closed;
    boolean open;
    private final Set<String> lead = new HashSet<>();
    private final Set<String> whole = new HashSet<>();

    /** Once its text is complete. */
    void finish() {
        StringBuilder all = new StringBuilder();
        paragraphs.forEach(paragraph -> all.append(paragraph.text()).append('\n'));
        pairs(all.toString(), whole);
        pairs(all.substring(0, Math.min(LEAD, all.length())), lead);
    }

    /** The share of a headline's pairs of signs that stand in this article, those of its beginning in full. */
    double speaksOf(List<Flow> heading) {
        Set<String> pairs = new HashSet<>();
        heading.forEach(line -> pairs(line.text(), pairs));
        if (pairs.isEmpty()) {
            return 0;
        }
        double early = pairs.stream().filter(lead::contains).count();
        double anywhere = pairs.stream().filter(whole::contains).count();
        return Math.max(early, 0.85 * anywhere) / pairs.size();
    }

    /** The share of a headline's pairs of signs that stand in a text. */
    static double share(List<Flow> heading, String text) {
        Set<String> pairs = new HashSet<>();
        heading.forEach(line -> pairs(line.text(), pairs));
        Set<String> there = new HashSet<>();
        pairs(text, there);
        return pairs.isEmpty()
                ? 0
                : (double) pairs.stream().filter(there::contains).count() / pairs.size();
    }

    /** What was said last. */
    String tail() {
        StringBuilder tail = new StringBuilder();
        for (int i = paragraphs.size() - 1; i >= 0 && tail.length() < TAIL; i--) {
            tail.insert(0, paragraphs.get(i).text() + '\n');
        }
        return tail.toString();
    }

    boolean speaksOf(String words) {
        return paragraphs.stream().anyMatch(paragraph -> paragraph.text().contains(words));
    }

    int length() {
        return paragraphs.stream().mapToInt(Flow::length).sum();
    }

    private static void pairs(String text, Set<String> pairs) {
        for (int i = 0; i + 2 <= text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
    }
}
