package org.huiyin.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What texts are told apart by: a category, and within it the kind of unit that handles such matters, where that kind handled many. Water, power
 * and gas are one category and three companies; their words tell which.
 *
 * @param frequent topics with a kind of unit
 */
record Topics(Set<String> frequent) {

    private static final int FEWEST = 20;
    private static final char BETWEEN = '\u0001';

    static Topics of(List<Ended> matters) {
        Map<String, Integer> counts = new HashMap<>();
        matters.forEach(one -> counts.merge(whole(one), 1, Integer::sum));
        return new Topics(counts.entrySet().stream()
                .filter(one -> one.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The topic of a matter: its category alone when its kind of unit is a rare one for that. */
    String of(Ended one) {
        String whole = whole(one);
        return frequent.contains(whole) ? whole : one.category();
    }

    /** The category of a topic. */
    static String category(String topic) {
        int end = topic.indexOf(BETWEEN);
        return end < 0 ? topic : topic.substring(0, end);
    }

    private static String whole(Ended one) {
        return one.category() + BETWEEN + one.office();
    }
}
