package org.huiyin.topic;

import java.util.List;

/**
 * A topic as the page shows it.
 *
 * @param number the number of its oldest matter, by which it is found again
 * @param days how many came a day, the oldest day first
 * @param recent how many came in the last seven days, and in the seven before
 */
public record TopicLine(
        int rank,
        String heat,
        String number,
        String description,
        String where,
        String span,
        int matters,
        int people,
        String unsolved,
        List<Long> days,
        List<Long> recent) {

    private static final int HEIGHT = 24;
    private static final int STEP = 4;

    public TopicLine {
        days = List.copyOf(days);
        recent = List.copyOf(recent);
    }

    /** The days as points of a line, {@value #STEP} units apart and at most {@value #HEIGHT} high. */
    public String points() {
        long most = Math.max(1, days.stream().mapToLong(n -> n).max().orElse(1));
        StringBuilder points = new StringBuilder();
        for (int day = 0; day < days.size(); day++) {
            points.append(day * STEP)
                    .append(',')
                    .append(HEIGHT - days.get(day) * HEIGHT / most)
                    .append(' ');
        }
        return points.toString().strip();
    }

    /** How much more came in the last seven days than in the seven before, with its sign. */
    public String change() {
        long more = recent.get(0) - recent.get(1);
        return more > 0 ? "+" + more : more == 0 ? "±0" : "−" + -more;
    }
}
