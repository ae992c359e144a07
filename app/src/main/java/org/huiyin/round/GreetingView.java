package org.huiyin.round;

import java.util.List;
import org.huiyin.frame.Options;

/**
 * Whom to think of.
 *
 * @param month 0 for a festival
 * @param full whether there are more in the register than were looked through
 * @param festival which of them; -1 for a month
 */
public record GreetingView(
        String path, int month, int festival, List<Options.Option> festivals, List<Greeting> rows, boolean full) {

    /** @param turns the day, and how old they get */
    public record Greeting(String path, String label, String name, int day, String turns, String address) {}
}
