package org.huiyin.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a deadline follows from, besides the calendar: when it began, how long, and what stopped or lengthened it. */
public record Span(Instant start, Limit limit, List<Pause> pauses, List<Limit> extensions) {

    /** A time in which the clock stood still; {@code to} is null while it still stands. */
    public record Pause(Instant from, @Nullable Instant to) {}

    public Span {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    public static Span of(Instant start, Limit limit) {
        return new Span(start, limit, List.of(), List.of());
    }
}
