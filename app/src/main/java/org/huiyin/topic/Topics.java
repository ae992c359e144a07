package org.huiyin.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what messages are about, the hottest first. */
public final class Topics {

    private static final double HOURS_A_DAY = 24;

    private Topics() {}

    /**
     * The hottest topics.
     *
     * @param end the end of the window, from which recency counts
     * @param most how many at most
     */
    public static List<Topic> of(List<Message> messages, Instant end, Heat heat, int most) {
        List<Message> ordered = messages.stream()
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .toList();
        Terms terms = new Terms(ordered);
        List<Topic> topics = new ArrayList<>();
        for (List<Integer> group : Grouping.of(terms, ordered.size())) {
            topics.add(topic(ordered, group, terms, end, heat));
        }
        topics.sort(Comparator.comparingDouble(Topic::heat).reversed().thenComparing(Topic::from));
        List<Topic> ranked = new ArrayList<>();
        for (Topic one : topics.subList(0, Math.min(most, topics.size()))) {
            ranked.add(new Topic(
                    ranked.size() + 1,
                    one.heat(),
                    one.from(),
                    one.to(),
                    one.where(),
                    one.description(),
                    one.people(),
                    one.likes(),
                    one.unsolved(),
                    one.members()));
        }
        return ranked;
    }

    private static Topic topic(List<Message> all, List<Integer> group, Terms terms, Instant end, Heat heat) {
        List<Message> members = group.stream().map(all::get).toList();
        int people = people(members);
        long likes = members.stream()
                .mapToLong(one -> Math.max(0, one.likes() - one.against()))
                .sum();
        double unsolved = (double) members.stream().filter(one -> !one.solved()).count() / members.size();
        Instant last = members.getLast().at();
        double days = Duration.between(last, end).toHours() / HOURS_A_DAY;
        return new Topic(
                0,
                heat.of(people, likes, unsolved, days),
                members.getFirst().at(),
                last,
                Where.of(members),
                all.get(central(group, terms)).title().strip(),
                people,
                likes,
                unsolved,
                members.stream().map(Message::id).toList());
    }

    private static int people(List<Message> members) {
        long named = members.stream()
                .map(Message::who)
                .filter(who -> !who.isEmpty())
                .distinct()
                .count();
        long nameless = members.stream().filter(one -> one.who().isEmpty()).count();
        return (int) (named + nameless);
    }

    private static int central(List<Integer> group, Terms terms) {
        Map<String, Double> middle = new HashMap<>();
        group.forEach(message -> terms.of(message).forEach((word, weight) -> middle.merge(word, weight, Double::sum)));
        return group.stream()
                .max(Comparator.comparingDouble((Integer message) -> Terms.alike(terms.of(message), middle))
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .orElseThrow();
    }
}
