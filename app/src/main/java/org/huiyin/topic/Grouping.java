package org.huiyin.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts messages into groups: each joins the group whose middle it is nearest to, or begins one; then groups whose middles are near become one.
 * The same messages in the same order always give the same groups.
 */
final class Grouping {

    private static final double JOINS = 0.22;
    private static final double ONE = 0.35;

    /** A group's strongest words are enough to find it by. */
    private static final int FOUND_BY = 12;

    private final Terms terms;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Set<Integer>> byWord = new HashMap<>();

    private Grouping(Terms terms) {
        this.terms = terms;
    }

    private static final class Group {
        private final List<Integer> members = new ArrayList<>();
        private final Map<String, Double> sum = new HashMap<>();
        private Map<String, Double> middle = Map.of();

        void add(int message, Map<String, Double> vector) {
            members.add(message);
            vector.forEach((word, weight) -> sum.merge(word, weight, Double::sum));
            middle = Terms.even(new HashMap<>(sum));
        }
    }

    static List<List<Integer>> of(Terms terms, int messages) {
        Grouping grouping = new Grouping(terms);
        for (int message = 0; message < messages; message++) {
            grouping.place(message);
        }
        grouping.join();
        return grouping.groups.stream()
                .map(group -> List.copyOf(group.members))
                .filter(members -> !members.isEmpty())
                .toList();
    }

    private void place(int message) {
        Map<String, Double> vector = terms.of(message);
        int nearest = nearest(vector, JOINS, -1);
        if (nearest < 0) {
            nearest = groups.size();
            groups.add(new Group());
        }
        groups.get(nearest).add(message, vector);
        index(nearest);
    }

    private void join() {
        for (int later = groups.size() - 1; later > 0; later--) {
            Group group = groups.get(later);
            int nearest = nearest(group.middle, ONE, later);
            if (nearest >= 0) {
                Group kept = groups.get(nearest);
                group.members.forEach(message -> kept.add(message, terms.of(message)));
                kept.members.sort(Comparator.naturalOrder());
                group.members.clear();
                group.middle = Map.of();
                index(nearest);
            }
        }
    }

    private int nearest(Map<String, Double> vector, double least, int butNot) {
        Set<Integer> candidates = new HashSet<>();
        vector.keySet().forEach(word -> candidates.addAll(byWord.getOrDefault(word, Set.of())));
        int nearest = -1;
        double most = least;
        for (int candidate : candidates.stream().sorted().toList()) {
            double alike = candidate == butNot ? 0 : Terms.alike(vector, groups.get(candidate).middle);
            if (alike > most) {
                most = alike;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private void index(int group) {
        groups.get(group).middle.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FOUND_BY)
                .forEach(word -> byWord.computeIfAbsent(word.getKey(), w -> new HashSet<>())
                        .add(group));
    }
}
