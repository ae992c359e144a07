package org.huiyin.round;

import java.util.List;

/**
 * Whom to think of.
 *
 * @param month 0 for a festival, and for what is due in the next days
 * @param title what the rows are
 * @param feasts by the day they fall on next
 * @param soon those of them that fall into the next days, when these are asked for
 * @param full whether there are more in the register than were looked through
 */
public record GreetingView(
        String path, int month, String title, List<Feast> feasts, List<Feast> soon, List<Greeting> rows, boolean full) {

    /**
     * A festival.
     *
     * @param when its next day, and how far away it is; "" when nobody knows it yet
     * @param people how many are thought of
     */
    public record Feast(String path, String name, String when, boolean chosen, int people) {}

    /**
     * Somebody to think of.
     *
     * @param turns the day they were born on, and how old they get
     * @param when their next birthday, and how far away it is; "" where that is not asked for
     */
    public record Greeting(String path, String label, String name, String turns, String when, String address) {}
}
