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
 * Counts wrong query codes, in memory: by address, by address and matter together, and by matter. The first few cost nothing; then each
 * doubles the wait of whoever typed it. That strangers try a matter slows strangers down by seconds, never by hours: they must not be able
 * to lock its raiser out. A browser that has shown the right code before is counted by itself and waits for nobody else's slips. A number
 * nobody bears is counted like any other, so that waiting tells nothing. Safe for many threads.
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
    private static final int FREE_OF_MATTER = 200;

    /** All strangers together then have four guesses a minute at one matter: a code of eight signs outlasts that by many lives. */
    private static final Duration WAIT_OF_MATTER = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > KEPT;
        }
    };

    private record Wrong(int times, Instant last, Instant until) {}

    private record Counted(String name, int free, Duration first, Duration longest) {}

    /**
     * Who tries a code.
     *
     * @param proof what the browser was given when it showed the right code of this matter before; empty for strangers
     */
    record Trier(String address, String proof) {

        private Stream<Counted> counted(long matter) {
            if (!proof.isEmpty()) {
                return Stream.of(doubling("proof " + proof + " " + matter, FREE_OF_BOTH));
            }
            return Stream.of(
                    doubling("both " + address + " " + matter, FREE_OF_BOTH),
                    doubling("address " + address, FREE_OF_ADDRESS),
                    new Counted("matter " + matter, FREE_OF_MATTER, WAIT_OF_MATTER, WAIT_OF_MATTER));
        }

        private static Counted doubling(String name, int free) {
            return new Counted(name, free, FIRST_WAIT, LONGEST_WAIT);
        }
    }

    CodeAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Until when this one may not try this matter; empty when they may. */
    synchronized Optional<Instant> waitsUntil(Trier trier, long matter) {
        Instant now = clock.instant();
        return trier.counted(matter)
                .map(one -> wrong.get(one.name()))
                .filter(found -> found != null && found.until().isAfter(now))
                .map(Wrong::until)
                .max(Instant::compareTo);
    }

    synchronized void failed(Trier trier, long matter) {
        Instant now = clock.instant();
        trier.counted(matter)
                .forEach(one -> wrong.compute(one.name(), (name, before) -> {
                    boolean fresh =
                            before == null || before.last().plus(FORGIVEN_AFTER).isBefore(now);
                    int times = fresh ? 1 : before.times() + 1;
                    return new Wrong(times, now, now.plus(wait(one, times - one.free())));
                }));
    }

    /** The right code forgives its bearer their slips with this matter. */
    synchronized void succeeded(Trier trier, long matter) {
        wrong.remove("both " + trier.address() + " " + matter);
        wrong.remove("proof " + trier.proof() + " " + matter);
    }

    private static Duration wait(Counted one, int beyond) {
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration wait = one.first().multipliedBy(1L << Math.min(beyond - 1, 20));
        return wait.compareTo(one.longest()) > 0 ? one.longest() : wait;
    }
}
