package org.huiyin.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Failures by address, or by a login nobody bears, in memory: the longest unused are forgotten first. Safe for many threads. */
final class Attempts {

    private static final int KEPT = 20_000;
    private static final Duration FORGIVEN_AFTER = Duration.ofHours(1);

    private final BackOff backOff;
    private final InstantSource clock;
    private final Map<String, Failed> failed = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
            return size() > KEPT;
        }
    };

    private record Failed(int times, Instant last, Instant until) {}

    Attempts(BackOff backOff, InstantSource clock) {
        this.backOff = backOff;
        this.clock = clock;
    }

    /** Until when this one has to wait; null when it need not. */
    synchronized @Nullable Instant waitsUntil(String who) {
        var found = failed.get(who);
        return found != null && found.until().isAfter(clock.instant()) ? found.until() : null;
    }

    synchronized void note(String who) {
        var now = clock.instant();
        failed.compute(who, (key, before) -> {
            boolean fresh = before == null || before.last().plus(FORGIVEN_AFTER).isBefore(now);
            int times = fresh ? 1 : before.times() + 1;
            return new Failed(times, now, now.plus(backOff.after(times)));
        });
    }

    synchronized void succeeded(String who) {
        failed.remove(who);
    }
}
