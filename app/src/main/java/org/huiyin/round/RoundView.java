package org.huiyin.round;

import java.util.List;
import org.huiyin.frame.Options;

/**
 * Who is to be looked at again, the longest overdue first.
 *
 * @param ahead how many days ahead it looks
 * @param rule how often, in words
 * @param scored whether there is a ranking of it
 * @param greets whether this reader sees birthdays and festivals
 * @param more whether there are more than a page holds
 */
public record RoundView(
        String title,
        String kind,
        String path,
        List<RoundChoice> rounds,
        String place,
        Options options,
        int ahead,
        String rule,
        int late,
        boolean more,
        boolean scored,
        boolean greets,
        List<RoundRow> rows) {

    /** Another round. */
    public record RoundChoice(String path, String title, boolean chosen) {}

    /**
     * One of them.
     *
     * @param plan where somebody writes down or plans the next time; "" for whoever does not
     */
    public record RoundRow(
            String path,
            String label,
            String name,
            String sort,
            String place,
            String last,
            String due,
            boolean late,
            String plan) {}
}
