package org.huiyin.city;

import java.util.List;
import java.util.Map;

/**
 * How much happens in the demonstration city, where, and who in it deserves a look.
 *
 * @param months how many matters are raised in each assessment month, the last whole one last
 * @param running how many on a day of the month that runs
 * @param counties by their codes
 * @param late the code of the bureau that is late
 * @param games the bureau that makes its figures rather than earns them
 * @param improves the town that gets better month by month
 */
record Script(
        long seed,
        List<Integer> months,
        int running,
        Map<String, County> counties,
        Shown shown,
        String late,
        Featured games,
        Featured improves,
        Burst burst) {

    /**
     * A county's part in it.
     *
     * @param share of all matters, in parts of the shares of all counties
     * @param joined in which of the months, 0 being the first
     */
    record County(int share, int joined) {}

    /** The street whose people have sign-ins of their own. */
    record Shown(String place, int oneIn) {}

    /** A unit with matters of its own, besides those that come to it by chance. */
    record Featured(String unit, List<Integer> matters, int running) {}

    /** A pipe that bursts on a day of the last whole month, and how many raise it. */
    record Burst(String place, String unit, int raisers, int day, Topic topic) {}

    static Script of(String city) {
        return CityYaml.read(city, "story.yaml", Script.class);
    }

    /** How many a unit has of its own in a month; behind the last whole one, on a day. */
    static int own(Featured featured, int month) {
        return month < featured.matters().size() ? featured.matters().get(month) : featured.running();
    }
}
