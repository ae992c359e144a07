package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a page, tidied: half-width digits, no invisible marks, no letter spacing, a doubled headline once.
 *
 * @param indent how wide the blanks before it are, as at the head of a frame or of a paragraph
 * @param apart whether an empty line stands before it
 * @param doubled whether it was printed twice over itself, as headlines with a shadow are
 */
record Line(Flow flow, double indent, boolean apart, boolean doubled) {

    /** Paragraphs are set in by two signs. */
    private static final double PARAGRAPH = 2;

    private static final double MOSTLY = 0.35;

    boolean indented() {
        return indent > 0;
    }

    /** Whether it is set in as far as first lines of paragraphs are. */
    boolean setIn() {
        return indent >= PARAGRAPH;
    }

    String text() {
        return flow.text();
    }

    /** Its width in signs of full width. */
    double width() {
        return width(text());
    }

    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < 0x100 ? 0.5 : 1;
        }
        return width;
    }

    /** Whether much of a text stands in lines wider than that: then every line is a paragraph. */
    static boolean mostlyWider(List<Line> lines, double width) {
        double all = lines.stream().mapToDouble(Line::width).sum();
        double wide = lines.stream()
                .mapToDouble(Line::width)
                .filter(one -> one > width)
                .sum();
        return wide > MOSTLY * all;
    }

    /** The lines of a text that say something, in their order. */
    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>();
        boolean apart = true;
        int from = 0;
        while (from < source.length()) {
            int end = endOfLine(source, from);
            Flow raw = seen(Flow.of(source, from, end));
            Flow flow = raw.strip();
            if (flow.isEmpty()) {
                apart = true;
            } else {
                double indent = indent(raw);
                Flow even = halfWidth(unspaced(flow));
                Flow once = once(even);
                boolean doubled = once.length() < even.length();
                if (shadow(lines, once, apart)) {
                    Line before = lines.removeLast();
                    lines.add(new Line(before.flow(), before.indent(), before.apart(), true));
                } else {
                    lines.add(new Line(once, indent, apart, doubled));
                }
                apart = false;
            }
            from = end + 1;
        }
        return lines;
    }

    private static double indent(Flow raw) {
        int end = 0;
        while (Flow.blank(raw.charAt(end))) {
            end++;
        }
        return width(raw.text().substring(0, end));
    }

    private static int endOfLine(String source, int from) {
        int end = from;
        while (end < source.length() && "\n\r\f\u2028\u2029".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** A line that only repeats the headline above it. */
    private static boolean shadow(List<Line> lines, Flow flow, boolean apart) {
        return !apart
                && !lines.isEmpty()
                && flow.length() >= 4
                && lines.getLast().text().equals(flow.text());
    }

    private static Flow seen(Flow flow) {
        boolean[] gone = new boolean[flow.length()];
        for (int i = 0; i < gone.length; i++) {
            char sign = flow.charAt(i);
            int type = Character.getType(sign);
            gone[i] = type == Character.FORMAT || (type == Character.CONTROL && sign != '\t') || sign == '\ufffd';
        }
        return flow.without(gone);
    }

    /** Full-width digits, letters and a few marks in half width, sign for sign. */
    static Flow halfWidth(Flow flow) {
        StringBuilder even = new StringBuilder(flow.text());
        for (int i = 0; i < even.length(); i++) {
            char sign = even.charAt(i);
            boolean letter = sign >= '\uff21' && sign <= '\uff3a' || sign >= '\uff41' && sign <= '\uff5a';
            if (sign >= '\uff10' && sign <= '\uff19' || letter || sign == '\uff05' || sign == '\uff0e') {
                even.setCharAt(i, (char) (sign - 0xfee0));
            } else if (sign == '\u3000' || sign == '\u00a0' || sign == '\t') {
                even.setCharAt(i, ' ');
            } else if (sign == '\u2236') {
                even.setCharAt(i, '：');
            }
        }
        return flow.spelled(even.toString());
    }

    /** Without blanks that mean nothing: letter spacing, and whatever stands beside a digit. */
    static Flow unspaced(Flow flow) {
        String text = flow.text();
        boolean spaced = letterSpaced(text);
        boolean[] gone = new boolean[text.length()];
        for (int i = 0; i < gone.length; i++) {
            if (Flow.blank(text.charAt(i))) {
                gone[i] = spaced || besideNumber(text, i) || i > 0 && Flow.blank(text.charAt(i - 1));
            }
        }
        return flow.without(gone);
    }

    /** Whether single signs stand apart: 出 口 达. Phrases that stand apart have more signs each. */
    private static boolean letterSpaced(String text) {
        String[] parts = text.strip().split("[ \u3000\u00a0\t]+");
        int single = 0;
        for (String part : parts) {
            if (part.length() > 1 && part.matches(".*(?:记者|通讯员)")) {
                // Names of two signs are set as wide as those of three: 记者 王 芳
                return false;
            }
            if (part.length() == 1) {
                single++;
            }
        }
        return parts.length >= 4 && single * 10 >= parts.length * 6;
    }

    private static boolean besideNumber(String text, int i) {
        int before = i;
        int after = i;
        while (before >= 0 && Flow.blank(text.charAt(before))) {
            before--;
        }
        while (after < text.length() && Flow.blank(text.charAt(after))) {
            after++;
        }
        if (before < 0 || after >= text.length()) {
            return true;
        }
        return number(text.charAt(before)) || number(text.charAt(after)) || punctuation(text.charAt(before));
    }

    private static boolean number(char sign) {
        return sign >= '0' && sign <= '9' || sign >= '\uff10' && sign <= '\uff19' || sign == '%' || sign == '\uff05';
    }

    private static boolean punctuation(char sign) {
        return "，、；：。".indexOf(sign) >= 0;
    }

    /** A line that says the same twice, or every sign twice, once. */
    private static Flow once(Flow flow) {
        String text = flow.text();
        int half = text.length() / 2;
        if (text.length() >= 2 && text.length() % 2 == 0) {
            if (text.substring(0, half).equals(text.substring(half))) {
                return flow.slice(0, half);
            }
            if (half >= 3 && everySignTwice(text)) {
                boolean[] gone = new boolean[text.length()];
                for (int i = 1; i < gone.length; i += 2) {
                    gone[i] = true;
                }
                return flow.without(gone);
            }
        } else if (text.length() >= 5
                && text.charAt(half) == ' '
                && text.substring(0, half).equals(text.substring(half + 1))) {
            return flow.slice(0, half);
        }
        return flow;
    }

    private static boolean everySignTwice(String text) {
        for (int i = 0; i < text.length(); i += 2) {
            if (text.charAt(i) != text.charAt(i + 1)) {
                return false;
            }
        }
        return true;
    }
}
