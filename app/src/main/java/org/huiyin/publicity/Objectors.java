package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often objections come from one address, in memory: so many an hour, then it has to wait. Safe for many threads. */
@Component
class Objectors {

    static final int AN_HOUR = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int KEPT = 20_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> heard = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEPT;
        }
    };

    Objectors(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more from an address; false when it was one too many, which then does not count. */
    synchronized boolean admit(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = heard.computeIfAbsent(address, a -> new ArrayDeque<>());
        times.removeIf(at -> Duration.between(at, now).abs().compareTo(HOUR) >= 0);
        if (times.size() >= AN_HOUR) {
            return false;
        }
        times.add(now);
        return true;
    }
}
