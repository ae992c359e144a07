package org.huiyin.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Place;

/**
 * Which units handled matters of a topic, town by town, county by county and in the whole city.
 *
 * @param counts topic → code of the place ("" for the city) → unit → matters
 */
record Handled(Map<String, Map<String, Map<Integer, Integer>>> counts) {

    /** So many matters of a town weigh as much as what is known of its county, and so on outwards. */
    private static final double PRIOR = 3;

    /** A place with fewer is no ground to name. */
    private static final int FEWEST = 5;

    private static final String CITY = "";

    static Handled of(List<Ended> matters, Topics topics) {
        Map<String, Map<String, Map<Integer, Integer>>> counts = new HashMap<>();
        for (Ended one : matters) {
            Map<String, Map<Integer, Integer>> places = counts.computeIfAbsent(topics.of(one), t -> new HashMap<>());
            for (String place : Set.of(CITY, county(one.place()), town(one.place()))) {
                places.computeIfAbsent(place, p -> new HashMap<>()).merge(one.unit(), 1, Integer::sum);
            }
        }
        return new Handled(counts);
    }

    /** How likely each unit is to handle a matter of this topic there; sums to 1, or is empty when there never was such a matter. */
    Map<Integer, Double> shares(String topic, String place) {
        Map<String, Map<Integer, Integer>> places = counts.getOrDefault(topic, Map.of());
        Map<Integer, Double> shares = shares(places.getOrDefault(CITY, Map.of()), Map.of());
        for (String inner : List.of(county(place), town(place))) {
            Map<Integer, Integer> here = places.get(inner);
            if (here != null && !inner.isEmpty()) {
                shares = shares(here, shares);
            }
        }
        return shares;
    }

    private static Map<Integer, Double> shares(Map<Integer, Integer> here, Map<Integer, Double> around) {
        double prior = around.isEmpty() ? 0 : PRIOR;
        double all = total(here) + prior;
        Map<Integer, Double> shares = new HashMap<>();
        around.forEach((unit, share) -> shares.put(unit, prior * share / all));
        here.forEach((unit, n) -> shares.merge(unit, n / all, Double::sum));
        return shares;
    }

    /** Of how many such matters in the innermost place with enough of them the unit handled how many. */
    Advice.Grounds grounds(String topic, String place, int unit) {
        Map<String, Map<Integer, Integer>> places = counts.getOrDefault(topic, Map.of());
        for (String inner : List.of(town(place), county(place), CITY)) {
            Map<Integer, Integer> here = places.getOrDefault(inner, Map.of());
            if (total(here) >= FEWEST || inner.isEmpty()) {
                return new Advice.Grounds(inner, total(here), here.getOrDefault(unit, 0));
            }
        }
        throw new IllegalStateException("The city is the last of all places");
    }

    private static int total(Map<Integer, Integer> units) {
        return units.values().stream().mapToInt(n -> n).sum();
    }

    private static String town(String place) {
        return prefix(place, Place.Level.TOWN);
    }

    private static String county(String place) {
        return prefix(place, Place.Level.COUNTY);
    }

    /** The city itself when the place is no smaller than that. */
    private static String prefix(String place, Place.Level level) {
        return place.length() < level.codeLength() ? CITY : place.substring(0, level.codeLength());
    }
}
