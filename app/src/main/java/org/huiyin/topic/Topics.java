package org.huiyin.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what messages are about, the hottest first. */
public final class Topics {

    private static final double HOURS_A_DAY = 24;

    private final List<Message> all;
    private final Terms terms;
    private final Instant end;
    private final Heat heat;
    private final double window;

    private Topics(List<Message> messages, Instant end, Heat heat) {
        all = messages.stream()
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .toList();
        terms = new Terms(all);
        this.end = end;
        this.heat = heat;
        window = all.isEmpty() ? 0 : days(all.getFirst().at());
    }

    /**
     * The hottest topics.
     *
     * @param end the end of the window, from which recency counts
     * @param most how many at most
     */
    public static List<Topic> of(List<Message> messages, Instant end, Heat heat, int most) {
        Topics topics = new Topics(messages, end, heat);
        List<Topic> found = Kinds.of(topics.all, topics.terms, topics.window).stream()
                .map(topics::topic)
                .sorted(Comparator.comparingDouble(Topic::heat).reversed().thenComparing(Topic::from))
                .limit(most)
                .toList();
        List<Topic> ranked = new ArrayList<>();
        found.forEach(one -> ranked.add(one.ranked(ranked.size() + 1)));
        return ranked;
    }

    private Topic topic(List<Integer> group) {
        List<Message> members = group.stream().map(all::get).toList();
        int places = places(members);
        int people = people(members);
        int here = places > 1 ? atOnePlace(members) : people;
        long likes = members.stream()
                .mapToLong(one -> Math.max(0, one.likes() - one.against()))
                .sum();
        double unsolved = (double) members.stream().filter(one -> !one.solved()).count() / members.size();
        Instant last = members.getLast().at();
        Rush rush = Rush.of(members, window);
        double hot = heat.of(
                new Heat.Said(here, people - here, likes, unsolved), days(last), rush.people(), days(rush.at()));
        return new Topic(
                0,
                hot,
                members.getFirst().at(),
                last,
                places == 1 ? named(members) : Where.of(members),
                Naming.of(all, group, terms, places > 1),
                places,
                people,
                likes,
                unsolved,
                members.stream().map(Message::id).toList());
    }

    private double days(Instant at) {
        return Duration.between(at, end).toHours() / HOURS_A_DAY;
    }

    static int people(List<Message> members) {
        return (int) members.stream().map(Message::person).distinct().count();
    }

    /** In how many places they are, as far as anybody knows. */
    static int places(List<Message> members) {
        return (int) members.stream()
                .map(Message::place)
                .filter(place -> !place.isEmpty())
                .distinct()
                .count();
    }

    private static int atOnePlace(List<Message> members) {
        Map<String, List<Message>> byPlace = members.stream().collect(Collectors.groupingBy(Message::place));
        return byPlace.values().stream().mapToInt(Topics::people).max().orElse(0);
    }

    private static String named(List<Message> members) {
        return members.stream()
                .map(message -> message.scene().name())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Where.of(members));
    }
}
