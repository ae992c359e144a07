package org.huiyin.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens at one place, and what is said in many. A place stands for itself; only where many places say the same at once, which is one
 * event too, it stays a part of them. Where nobody knows a place, the texts alone decide.
 */
final class Kinds {

    /** So many times its own people must come at once from everywhere before a place is a part of that. */
    private static final int DROWNED = 3;

    /** The same said in fewer places is chance. */
    private static final int MANY_PLACES = 3;

    private static final int STREET = 9;

    private final List<Message> all;
    private final double window;
    private final List<List<Integer>> said;
    private final int[] ofGroup;

    private Kinds(List<Message> all, Terms terms, double window) {
        this.all = all;
        this.window = window;
        said = Grouping.of(terms, all.size());
        ofGroup = new int[all.size()];
        for (int group = 0; group < said.size(); group++) {
            for (int message : said.get(group)) {
                ofGroup[message] = group;
            }
        }
    }

    static List<List<Integer>> of(List<Message> all, Terms terms, double window) {
        Kinds kinds = new Kinds(all, terms, window);
        List<List<Integer>> found = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (List<Integer> here : Local.of(all, terms)) {
            if (!kinds.drowned(here)) {
                found.add(here);
                taken.addAll(here);
            }
        }
        for (List<Integer> group : kinds.said) {
            List<Integer> left =
                    group.stream().filter(message -> !taken.contains(message)).toList();
            if (!left.isEmpty() && kinds.together(left)) {
                found.add(left);
            }
        }
        found.sort(Comparator.comparing(List::getFirst));
        return found;
    }

    private boolean drowned(List<Integer> here) {
        Set<Integer> own = new HashSet<>(here);
        int group = here.stream()
                .map(message -> ofGroup[message])
                .max(Comparator.comparingLong(one ->
                        here.stream().filter(message -> ofGroup[message] == one).count()))
                .orElseThrow();
        List<Message> elsewhere = said.get(group).stream()
                .filter(message -> !own.contains(message))
                .map(all::get)
                .toList();
        return Topics.places(elsewhere) >= MANY_PLACES
                && Rush.of(elsewhere, window).people() >= DROWNED * Topics.people(messages(here));
    }

    /** Whether they belong together: nobody knows where they are, or on one street, or in places enough. */
    private boolean together(List<Integer> group) {
        List<Message> messages = messages(group);
        long streets = messages.stream()
                .map(Message::place)
                .map(place -> place.substring(0, Math.min(STREET, place.length())))
                .distinct()
                .count();
        return streets == 1 || Topics.places(messages) >= MANY_PLACES;
    }

    private List<Message> messages(List<Integer> group) {
        return group.stream().map(all::get).toList();
    }
}
