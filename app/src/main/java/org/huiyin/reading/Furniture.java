package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes from the lines of a page what belongs to no article: its head, its foot, lists of what stands inside, notes of the makers. */
final class Furniture {

    /** So many lines make the head of a page. */
    private static final int HEAD = 12;

    /** A list of what stands inside, or a notice, has no more lines. */
    private static final int LIST = 12;

    /** The name of a paper is no longer. */
    private static final double NAME = 8;

    private static final Pattern DATED = Pattern.compile(".*20\\d\\d年\\d{1,2}月\\d{1,2}日.*");

    private final List<Line> lines;
    private final Rules rules;

    private Furniture(List<Line> lines, Rules rules) {
        this.lines = lines;
        this.rules = rules;
    }

    /** The lines that are left; what stands after furniture stands apart. */
    static List<Line> without(List<Line> lines, Rules rules) {
        return new Furniture(lines, rules).left();
    }

    private List<Line> left() {
        List<Line> kept = new ArrayList<>();
        boolean apart = false;
        int listed = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean head = rules.matches("contents", line.text()) || i > HEAD && rules.matches("notices", line.text());
            listed = head ? LIST : line.apart() ? 0 : listed - 1;
            boolean furniture = listed > 0 || rules.matches("furniture", line.text()) || namesPaper(i) || signs(i);
            apart |= line.apart() || furniture;
            if (!furniture) {
                kept.add(new Line(line.flow(), line.indent(), apart, line.doubled()));
                apart = false;
            }
        }
        return kept;
    }

    /** A short line that touches the date in the head of a page: the paper's name. */
    private boolean namesPaper(int i) {
        Line line = lines.get(i);
        return i < HEAD
                && line.width() <= NAME
                && !line.text().matches(".*[，。：；].*")
                && (i > 0 && !line.apart() && dates(i - 1)
                        || i + 1 < lines.size() && !lines.get(i + 1).apart() && dates(i + 1));
    }

    /** An office that signs, the date under it. */
    private boolean signs(int i) {
        return i > HEAD
                && i + 1 < lines.size()
                && lines.get(i).text().matches("[一-龥]{3,20}[局委会府室院部办]")
                && lines.get(i + 1).text().matches("20\\d\\d年\\d{1,2}月\\d{1,2}日");
    }

    private boolean dates(int i) {
        String text = lines.get(i).text();
        return DATED.matcher(text).matches() && rules.matches("furniture", text);
    }
}
