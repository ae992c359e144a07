package org.huiyin.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a deadline follows from, besides the calendar: when it began, how long, and what stopped or lengthened it.
 *
 * @param pauses given in any order, kept in order of time; those that touch or overlap become one, for a clock stands still once
 * @param extensions in the order they were granted
 */
public record Span(Instant start, Limit limit, List<Pause> pauses, List<Limit> extensions) {

    /** A time in which the clock stood still; {@code to} is null while it still stands. */
    public record Pause(Instant from, @Nullable Instant to) {

        public Pause {
            if (to != null && to.isBefore(from)) {
                throw new BadSpan(
                        "pause-reversed", "A pause cannot end before it starts: " + from + "/" + to, from, to);
            }
        }
    }

    public Span {
        pauses = pauses.size() < 2 ? List.copyOf(pauses) : inOrder(pauses);
        extensions = List.copyOf(extensions);
    }

    public static Span of(Instant start, Limit limit) {
        return new Span(start, limit, List.of(), List.of());
    }

    /** The limit with its extensions, as far as they are counted in the same measure. */
    public Limit whole() {
        int amount = limit.amount();
        for (Limit extension : extensions) {
            amount += extension.measure() == limit.measure() ? extension.amount() : 0;
        }
        return new Limit(amount, limit.measure());
    }

    /** Whether the clock stands still and nobody has yet said until when. */
    public boolean standsStill() {
        return !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    private static List<Pause> inOrder(List<Pause> pauses) {
        List<Pause> sorted = new ArrayList<>(pauses);
        sorted.sort(Comparator.comparing(Pause::from));
        List<Pause> merged = new ArrayList<>();
        for (Pause next : sorted) {
            Pause last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || (last.to() != null && last.to().isBefore(next.from()))) {
                merged.add(next);
            } else {
                merged.set(merged.size() - 1, new Pause(last.from(), later(last.to(), next.to())));
            }
        }
        return List.copyOf(merged);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
