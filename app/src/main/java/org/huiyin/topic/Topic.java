package org.huiyin.topic;

import java.time.Instant;
import java.util.List;

/**
 * Messages about the same thing.
 *
 * @param rank 1 for the hottest
 * @param where the place, estate or people that most of them name; empty when there is none
 * @param description the title of the message nearest to all others
 * @param places in how many places they are: 1 for something that happens at one, 0 when nobody knows
 * @param people how many different people
 * @param unsolved share of messages not settled, 0 to 1
 * @param members ids of the messages, oldest first
 */
public record Topic(
        int rank,
        double heat,
        Instant from,
        Instant to,
        String where,
        String description,
        int places,
        int people,
        long likes,
        double unsolved,
        List<String> members) {

    public Topic {
        members = List.copyOf(members);
    }

    Topic ranked(int at) {
        return new Topic(at, heat, from, to, where, description, places, people, likes, unsolved, members);
    }
}
