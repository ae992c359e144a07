package org.huiyin.matter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each step was taken, as one short text: {@code sign:1:1:1669000000000000 …} (this round, ever, microseconds). */
final class Times {

    private Times() {}

    static String format(Map<String, Matter.Taken> times) {
        StringBuilder text = new StringBuilder(times.size() * 32);
        new TreeMap<>(times).forEach((step, taken) -> {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(step)
                    .append(':')
                    .append(taken.thisRound())
                    .append(':')
                    .append(taken.ever())
                    .append(':');
            text.append(Columns.micros(taken.last()));
        });
        return text.toString();
    }

    static Map<String, Matter.Taken> parse(String text) {
        Map<String, Matter.Taken> times = new LinkedHashMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            end = end < 0 ? text.length() : end;
            int one = text.indexOf(':', from);
            int two = text.indexOf(':', one + 1);
            int three = text.indexOf(':', two + 1);
            times.put(
                    text.substring(from, one),
                    new Matter.Taken(
                            Integer.parseInt(text, one + 1, two, 10),
                            Integer.parseInt(text, two + 1, three, 10),
                            Columns.instant(Long.parseLong(text, three + 1, end, 10))));
            from = end + 1;
        }
        return times;
    }
}
