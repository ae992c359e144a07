package org.huiyin.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The surnames there are, and how much each speaks for a name by itself. */
final class Surnames {

    private static final double PLAIN = 0.5;
    private static final double SURE = 0.8;
    private static final double COMMON_WORD = -0.8;
    private static final double HALF = -0.2;
    private static final double WORD = -1.8;
    private static final double COMPOUND = 1.5;
    /** 东方, 西门: in names of places more often than in those of people. */
    private static final double TOWN = -0.5;

    private static final Map<String, Double> WEIGHTS = read();

    private Surnames() {}

    /** The length of the surname that begins here; 0 when none does. */
    static int at(String text, int place) {
        if (!Character.isIdeographic(text.charAt(place))) {
            return 0;
        }
        if (place + 2 <= text.length() && WEIGHTS.containsKey(text.substring(place, place + 2))) {
            return 2;
        }
        return WEIGHTS.containsKey(text.substring(place, place + 1)) ? 1 : 0;
    }

    static double weight(String text, int place) {
        return WEIGHTS.getOrDefault(text.substring(place, place + at(text, place)), 0.0);
    }

    /** Whether the surname is hardly anything else in running text. */
    static boolean plain(String text, int place) {
        return weight(text, place) >= PLAIN;
    }

    /** Whether the surname is not sooner a word of the language. */
    static boolean usual(String text, int place) {
        return at(text, place) > 0 && weight(text, place) >= COMMON_WORD;
    }

    private static Map<String, Double> read() {
        Map<String, Set<String>> sections = WordList.read("names.txt");
        Map<String, Double> weights = new HashMap<>();
        sections.getOrDefault("plain", Set.of()).forEach(line -> each(line, PLAIN, weights));
        sections.getOrDefault("sure", Set.of()).forEach(line -> each(line, SURE, weights));
        sections.getOrDefault("common", Set.of()).forEach(line -> each(line, COMMON_WORD, weights));
        sections.getOrDefault("half", Set.of()).forEach(line -> each(line, HALF, weights));
        sections.getOrDefault("word", Set.of()).forEach(line -> each(line, WORD, weights));
        sections.getOrDefault("compound", Set.of()).forEach(surname -> weights.put(surname, COMPOUND));
        sections.getOrDefault("town", Set.of()).forEach(surname -> weights.put(surname, TOWN));
        return Map.copyOf(weights);
    }

    private static void each(String line, double weight, Map<String, Double> weights) {
        for (String surname : line.split("")) {
            weights.put(surname, weight);
        }
    }
}
