package org.huiyin.mail;

import java.util.List;

/**
 * A mail in words, before it is plain text and HTML.
 *
 * @param language of the whole, for readers that speak it
 * @param greeting may be empty
 * @param foot why it came and how to have no more
 * @param stop address that ends such mails at one press; empty when there is none
 */
public record Letter(String language, String subject, String greeting, List<Line> lines, List<Line> foot, String stop) {

    private static final int LONGEST_SUBJECT = 120;

    public Letter {
        subject = oneLine(subject);
        subject = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) + "…" : subject;
        lines = List.copyOf(lines);
        foot = List.copyOf(foot);
    }

    /** Something said; {@code more} and {@code link} may be empty. */
    public record Line(String text, String more, String link) {

        public Line {
            text = oneLine(text);
            more = oneLine(more);
        }
    }

    /** Whatever could end a header's line is a blank, and whatever turns the direction of writing is gone. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }

    /** As plain text. */
    String plain() {
        StringBuilder text = new StringBuilder();
        if (!greeting.isEmpty()) {
            text.append(greeting).append("\n\n");
        }
        lines.forEach(line -> text.append(plain(line)).append('\n'));
        text.append("-- \n");
        foot.forEach(line -> text.append(plain(line)));
        return text.toString();
    }

    private static String plain(Line line) {
        return line.text() + "\n" + (line.more().isEmpty() ? "" : line.more() + "\n")
                + (line.link().isEmpty() ? "" : line.link() + "\n");
    }
}
