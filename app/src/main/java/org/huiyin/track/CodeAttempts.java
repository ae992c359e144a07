package org.huiyin.track;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts wrong query codes, in memory: by address, by matter, and by both together. The first few cost nothing, then each doubles the wait.
 * A number nobody bears is counted like any other, so that waiting tells nothing. Safe for many threads.
 */
@Component
class CodeAttempts {

    private static final int KEPT = 50_000;
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(6);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Wrong codes that cost nothing: a person's slips, a whole office behind one address, a matter many people try. */
    private static final int FREE_OF_BOTH = 5;

    private static final int FREE_OF_ADDRESS = 30;
    private static final int FREE_OF_MATTER = 40;

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > KEPT;
        }
    };

    private record Wrong(int times, Instant last, Instant until) {}

    private record Counted(String name, int free) {}

    CodeAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Until when this address may not try this matter; empty when it may. */
    synchronized Optional<Instant> waitsUntil(String address, long matter) {
        Instant now = clock.instant();
        return counted(address, matter)
                .map(one -> wrong.get(one.name()))
                .filter(found -> found != null && found.until().isAfter(now))
                .map(Wrong::until)
                .max(Instant::compareTo);
    }

    synchronized void failed(String address, long matter) {
        Instant now = clock.instant();
        counted(address, matter)
                .forEach(one -> wrong.compute(one.name(), (name, before) -> {
                    boolean fresh =
                            before == null || before.last().plus(FORGIVEN_AFTER).isBefore(now);
                    int times = fresh ? 1 : before.times() + 1;
                    return new Wrong(times, now, now.plus(wait(times - one.free())));
                }));
    }

    /** The right code forgives this address its slips with this matter. */
    synchronized void succeeded(String address, long matter) {
        wrong.remove("both " + address + " " + matter);
    }

    private static Stream<Counted> counted(String address, long matter) {
        return Stream.of(
                new Counted("both " + address + " " + matter, FREE_OF_BOTH),
                new Counted("address " + address, FREE_OF_ADDRESS),
                new Counted("matter " + matter, FREE_OF_MATTER));
    }

    private static Duration wait(int beyond) {
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
