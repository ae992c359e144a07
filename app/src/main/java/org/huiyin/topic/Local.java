package org.huiyin.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the messages of one place into groups. People at one spot and on one evening say one thing in many words, so there and then fewer common
 * words are enough; of two categories more are needed.
 */
final class Local {

    private static final double AT_ONCE = 0.05;
    private static final double SAME = 0.22;
    private static final double OTHER = 0.35;

    private final List<Message> all;
    private final Terms terms;
    private final Map<String, List<Group>> byPlace = new HashMap<>();

    private Local(List<Message> all, Terms terms) {
        this.all = all;
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

    /** Groups of two and more, of messages in the order of time. */
    static List<List<Integer>> of(List<Message> all, Terms terms) {
        Local local = new Local(all, terms);
        for (int message = 0; message < all.size(); message++) {
            if (!all.get(message).place().isEmpty()) {
                local.place(message);
            }
        }
        return local.byPlace.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(place -> place.getValue().stream())
                .map(group -> List.copyOf(group.members))
                .filter(members -> members.size() > 1)
                .toList();
    }

    private void place(int message) {
        List<Group> here = byPlace.computeIfAbsent(all.get(message).place(), place -> new ArrayList<>());
        Map<String, Double> vector = terms.of(message);
        Group nearest = null;
        double most = 0;
        for (Group group : here) {
            double above = Terms.alike(vector, group.middle) - least(message, group);
            if (above > most) {
                most = above;
                nearest = group;
            }
        }
        if (nearest == null) {
            nearest = new Group();
            here.add(nearest);
        }
        nearest.add(message, vector);
    }

    private double least(int message, Group group) {
        Message one = all.get(message);
        Message last = all.get(group.members.getLast());
        if (!one.scene().category().equals(last.scene().category())) {
            return OTHER;
        }
        return last.at().plus(Rush.HOURS).isBefore(one.at()) ? SAME : AT_ONCE;
    }
}
