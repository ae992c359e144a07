package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.text.Words;

/**
 * Puts the lines of a page together again: which are headlines, which go on in the next line, where a paragraph ends. Nothing but the look of
 * the lines speaks here: their width, their last sign, the empty lines around them.
 */
final class Layout {

    /** Lines wider than this are whole paragraphs, not lines of a column. */
    private static final double WRAPPED = 60;

    private static final int HEADING_LINES = 4;
    private static final int HEADING_WIDTH = 45;
    private static final int NEIGHBOURS = 4;
    private static final int SET_IN = 4;
    private static final int TAIL = 2000;
    private static final double REPEATS = 0.6;

    private final Marks marks;
    private final Words words;
    private final List<Line> lines;
    private final List<Block> blocks = new ArrayList<>();
    private final boolean whole;

    /** Whether paragraphs of this page are set in. */
    private final boolean setIn;

    private int next;
    private boolean running;

    /** The running text so far. */
    private String said = "";

    private Layout(Rules rules, Words words, List<Line> lines) {
        this.whole = Line.mostlyWider(lines, WRAPPED);
        this.setIn = lines.stream().filter(Line::setIn).count() >= Math.max(SET_IN, lines.size() / 15);
        this.marks = new Marks(rules);
        this.words = words;
        this.lines = lines;
    }

    static List<Block> of(List<Line> lines, Rules rules, Words words) {
        List<Line> kept = Furniture.without(lines, rules);
        Layout layout = new Layout(rules, words, kept);
        while (layout.next < kept.size()) {
            layout.step();
        }
        return layout.blocks;
    }

    private void step() {
        Line line = lines.get(next);
        Block.Kind mark = marks.mark(line);
        if (mark != null) {
            Line following = next + 1 < lines.size() ? lines.get(next + 1) : null;
            Line whole = mark == Block.Kind.BYLINE ? marks.named(line, following) : line;
            blocks.add(Block.mark(mark, whole));
            next += whole == line ? 1 : 2;
        } else if (marks.cue(line) == Block.Cue.STRONG || !heading(next)) {
            body();
        } else {
            headline();
        }
    }

    /** The end of the lines that stand together from here on, no mark or beginning among them; no more are counted than a headline has. */
    private int together(int from) {
        int end = from + 1;
        while (!whole
                && end < Math.min(lines.size(), from + HEADING_LINES + 2)
                && !lines.get(end).apart()
                && lines.get(end).doubled() == lines.get(from).doubled()
                && !marks.starts(lines.get(end))
                && !tells(end)
                && !frame(end)) {
            end++;
        }
        return end;
    }

    /** Whether a frame of the page begins here: blanks before a line whose neighbours have none. */
    private boolean frame(int i) {
        return lines.get(i).indented()
                && i > 0
                && !lines.get(i - 1).indented()
                && !(setIn && lines.get(i).setIn());
    }

    /** Whether the lines from here on are a headline. */
    private boolean heading(int from) {
        int end = together(from);
        String last = lines.get(end - 1).text();
        if (end - from > HEADING_LINES || last.endsWith("：") || Signs.sentenceEnds(last) && !exclaims(from, end)) {
            return false;
        }
        if (lines.get(from).width() < 4
                && end - from == 1
                && from + 1 < lines.size()
                && !lines.get(from + 1).apart()) {
            return true;
        }
        if (tells(from) || opens(from)) {
            return false;
        }
        int commas = 0;
        for (Line line : lines.subList(from, end)) {
            if (line.width() > HEADING_WIDTH
                    || line.text().indexOf('。') >= 0
                    || line.text().indexOf('；') >= 0) {
                return false;
            }
            commas += line.text().length() - line.text().replace("，", "").length();
        }
        boolean filled = lines.get(end - 1).width() >= column(end - 1) - 2.6;
        if (commas > 2 || running && commas > 0 && filled || sentenceBreaks(from, end)) {
            return false;
        }
        return !goesOn(from, end);
    }

    /** A line that begins as news do and has a comma behind it: 1月6日，区委书记…; a headline never does. */
    private boolean tells(int from) {
        Line line = lines.get(from);
        return marks.cue(line) == Block.Cue.WEAK
                && line.text().indexOf('，') > 0
                && from + 1 < lines.size()
                && lines.get(from + 1).width() >= line.width() / 2;
    }

    /** The first line of a paragraph that is set in: as wide as the column, and what follows is not set in. */
    private boolean opens(int from) {
        Line line = lines.get(from);
        return setIn
                && line.setIn()
                && from + 1 < lines.size()
                && !lines.get(from + 1).setIn()
                && line.width() + line.indent() >= column(from) - 1.4;
    }

    /** A headline that asks or calls out: short, and no comma in it. */
    private boolean exclaims(int from, int end) {
        String last = lines.get(end - 1).text();
        return !running
                && end - from <= 2
                && (last.endsWith("！") || last.endsWith("？"))
                && lines.subList(from, end).stream()
                        .allMatch(line -> line.width() <= 30 && !line.text().matches(".*[，。；：].*"));
    }

    /** Whether lines break where headlines never do: after a comma, inside a quotation, inside a word of running text. */
    private boolean sentenceBreaks(int from, int end) {
        for (int i = from; i < end; i++) {
            String text = lines.get(i).text();
            if (text.endsWith("，") || text.endsWith("、")) {
                return true;
            }
            if (running
                    && i + 1 < end
                    && Signs.straddle(words, text, lines.get(i + 1).text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first line of a paragraph merely stands apart from the rest of it, as extractors leave it. */
    private boolean goesOn(int from, int end) {
        if (whole || end >= lines.size() || marks.starts(lines.get(end))) {
            return false;
        }
        Line last = lines.get(end - 1);
        int after = together(end);
        boolean text =
                after - end > 1 || Signs.sentenceEnds(lines.get(after - 1).text());
        if (!text || last.text().endsWith("——") || blocks.isEmpty() && !running) {
            return false;
        }
        if (Signs.straddle(words, last.text(), lines.get(end).text()) || unfinished(from, end)) {
            return true;
        }
        if (!running && !blocks.getLast().is(Block.Kind.BYLINE)) {
            return false;
        }
        double column = column(end);
        boolean likeAFirstLine = last.width() >= column - 4.5 && last.width() <= column + 0.5;
        return end - from == 1 && likeAFirstLine && !last.text().contains(" ") && !repeats(last);
    }

    /** Whether a line without a pause says again what was said: a headline after its article. */
    private boolean repeats(Line line) {
        return running && !line.text().matches(".*[，。、；：].*") && Draft.share(List.of(line.flow()), said) >= REPEATS;
    }

    /** A number without what it counts, or a quotation without its end. */
    private boolean unfinished(int from, int end) {
        StringBuilder all = new StringBuilder();
        lines.subList(from, end).forEach(line -> all.append(line.text()));
        return Signs.unfinished(all.toString(), lines.get(end).text());
    }

    private void headline() {
        int end = together(next);
        List<Flow> said = new ArrayList<>();
        boolean doubled = false;
        for (Line line : lines.subList(next, end)) {
            said.add(line.flow());
            doubled |= line.doubled();
        }
        boolean tight = end < lines.size() && !lines.get(end).apart() && !frame(end);
        blocks.add(new Block(Block.Kind.HEADING, said, Block.Cue.NONE, false, tight, doubled));
        next = end;
    }

    /** Running text up to the next headline, mark or beginning. */
    private void body() {
        Block.Cue cue = marks.cue(lines.get(next));
        List<Flow> paragraphs = new ArrayList<>();
        boolean open;
        running = true;
        do {
            Flow paragraph = paragraph();
            open = !Signs.sentenceEnds(paragraph.text());
            paragraphs.add(paragraph);
            said = tail(said + paragraph.text());
        } while (next < lines.size()
                && !marks.signed(paragraphs.getLast().text())
                && !marks.starts(lines.get(next))
                && !(frame(next) && !open)
                && !heading(next));
        running = false;
        blocks.add(new Block(Block.Kind.BODY, paragraphs, cue, open, false, false));
    }

    private Flow paragraph() {
        Flow flow = lines.get(next).flow();
        while (true) {
            int here = next++;
            if (whole || next >= lines.size() || marks.starts(lines.get(next)) && !Signs.insideBrackets(flow.text())) {
                return flow;
            }
            if (ends(here, flow.text())
                    || marks.signed(flow.text())
                    || setIn && lines.get(next).setIn() && !Signs.insideBrackets(flow.text())) {
                return flow;
            }
            flow = flow.onto(lines.get(next).flow());
        }
    }

    private boolean ends(int here, String said) {
        Line line = lines.get(here);
        Line following = lines.get(here + 1);
        double column = column(here);
        boolean narrow = line.width() < column - 1.4;
        if (line.width() > WRAPPED || following.width() > WRAPPED) {
            return following.apart() || following.indented() || Signs.sentenceEnds(line.text()) || narrow;
        }
        if (Signs.sentenceEnds(line.text())) {
            return following.apart() || narrow || following.indented();
        }
        if (line.text().endsWith("——") && line.width() < column) {
            return true;
        }
        if (following.apart() || frame(here + 1)) {
            boolean brackets = Signs.insideBrackets(said);
            return !brackets && line.width() < column - 3.5 && heading(here + 1);
        }
        return false;
    }

    /** The width of the column a line stands in: the second widest of its neighbours. */
    private double column(int here) {
        double widest = 0;
        double second = 0;
        for (int i = Math.max(0, here - NEIGHBOURS); i < Math.min(lines.size(), here + NEIGHBOURS + 1); i++) {
            double width = lines.get(i).width();
            if (width > widest) {
                second = widest;
                widest = width;
            } else if (width > second) {
                second = width;
            }
        }
        return second;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - TAIL));
    }
}
