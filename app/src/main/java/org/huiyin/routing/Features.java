package org.huiyin.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.text.Plain;
import org.huiyin.text.Words;

/** What a learner sees of a text: its characters by one, two and three, and its words by one and two, each with how often it occurs. */
final class Features {

    /** Beyond this a message repeats itself; it also bounds the time that any text can take. */
    static final int LONGEST = 4000;

    private static final int LONGEST_RUN = 3;
    // Marks a pair or a single of words, so that the word 学校 is not the characters 学校.
    private static final String WORD = "\u0001";

    private final Words words = new Words();

    Map<String, Integer> of(String text) {
        String plain = Plain.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        Map<String, Integer> counts = new HashMap<>(plain.length() * 4);
        runs(plain, counts);
        words(plain, counts);
        return counts;
    }

    private static void runs(String plain, Map<String, Integer> counts) {
        for (int from = 0; from < plain.length(); from++) {
            for (int size = 1; size <= LONGEST_RUN && from + size <= plain.length(); size++) {
                counts.merge(plain.substring(from, from + size), 1, Integer::sum);
            }
        }
    }

    private void words(String plain, Map<String, Integer> counts) {
        List<String> cut = words.of(plain);
        for (int i = 0; i < cut.size(); i++) {
            counts.merge(WORD + cut.get(i), 1, Integer::sum);
            if (i > 0) {
                counts.merge(WORD + cut.get(i - 1) + " " + cut.get(i), 1, Integer::sum);
            }
        }
    }

    /** A feature as people read it. */
    static String shown(String feature) {
        return feature.startsWith(WORD) ? feature.substring(1).replace(" ", "") : feature;
    }
}
