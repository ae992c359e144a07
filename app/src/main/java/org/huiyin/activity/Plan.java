package org.huiyin.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who, where, when and whom.
 *
 * @param place code of a place
 * @param where the door or the room; may be empty
 * @param position latitude and longitude as {@code 30.33,112.24}; empty when nobody said
 * @param sessions in the order of time, at least one
 * @param hosts who carry it out
 * @param expected who are asked to come, beside those who sign up
 * @param seats how many may sign up; null for as many as like
 * @param until when signing up ends; null for the beginning
 * @param open whether anybody may know of it
 */
public record Plan(
        String title,
        String details,
        String place,
        String where,
        String position,
        List<Session> sessions,
        List<Who> hosts,
        List<Who> expected,
        @Nullable Integer seats,
        @Nullable Instant until,
        boolean open) {

    public Plan {
        sessions = List.copyOf(sessions);
        hosts = List.copyOf(hosts);
        expected = List.copyOf(expected);
    }

    public Instant starts() {
        return sessions.getFirst().starts();
    }

    public Instant ends() {
        return sessions.getLast().ends();
    }

    /** Until when people sign up. */
    public Instant signUpEnds() {
        return until == null ? starts() : until;
    }

    /** The sitting with this number, from 1; null when there is none. */
    @Nullable
    Session session(int number) {
        return number >= 1 && number <= sessions.size() ? sessions.get(number - 1) : null;
    }

    /** The same with another in the place of one who carries it out. */
    Plan hostedBy(Who from, Who to) {
        return new Plan(
                title,
                details,
                place,
                where,
                position,
                sessions,
                Handovers.replaced(hosts, from, to),
                expected,
                seats,
                until,
                open);
    }
}
