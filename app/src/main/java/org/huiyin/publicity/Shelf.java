package org.huiyin.publicity;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Public answers that were made lately, in memory. Each is good for two seconds and never past the next step stored here, so that whoever
 * took a step sees it. Many who ask for the same at once wait for the one who makes it. The longest unused are dropped first. Safe for many
 * threads.
 */
@Component
class Shelf implements StepScribe {

    static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_BYTES = 32 << 20;

    private final LongSupplier nanos;
    private final AtomicLong steps = new AtomicLong();
    private final Map<String, CompletableFuture<@Nullable Kept>> making = new ConcurrentHashMap<>();
    private final LinkedHashMap<String, Held> held = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record Held(Kept kept, long steps, long madeAt) {}

    /** Makes an answer; null when it is not one to be kept, and has been given already. */
    interface Making {
        @Nullable
        Kept make() throws IOException, ServletException;
    }

    @Autowired
    Shelf() {
        this(System::nanoTime);
    }

    Shelf(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void scribe(Writes writes, java.util.List<Accepted> batch) {}

    @Override
    public void stored() {
        steps.incrementAndGet();
    }

    /** Forgets everything: something that is no step changed what the public sees. */
    void clear() {
        stored();
    }

    /** The answer kept under this key, made when there is none; null when what was made, or somebody else made, is not to be kept. */
    @Nullable
    Kept get(String key, Making maker) throws IOException, ServletException {
        long before = steps.get();
        Kept known = fresh(key, before);
        if (known != null) {
            return known;
        }
        String flight = before + " " + key;
        CompletableFuture<@Nullable Kept> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Kept> other = making.putIfAbsent(flight, mine);
        if (other != null) {
            Kept made = other.join();
            return made == null ? maker.make() : made;
        }
        Kept made = null;
        try {
            made = maker.make();
            if (made != null) {
                put(key, new Held(made, before, nanos.getAsLong()));
            }
            return made;
        } finally {
            mine.complete(made);
            making.remove(flight);
        }
    }

    private synchronized @Nullable Kept fresh(String key, long now) {
        Held one = held.get(key);
        return one != null && one.steps() == now && nanos.getAsLong() - one.madeAt() < FRESH.toNanos()
                ? one.kept()
                : null;
    }

    private synchronized void put(String key, Held one) {
        Held before = held.put(key, one);
        bytes += one.kept().size() - (before == null ? 0 : before.kept().size());
        while (bytes > MOST_BYTES) {
            Map.Entry<String, Held> eldest = held.pollFirstEntry();
            if (eldest == null) {
                return;
            }
            bytes -= eldest.getValue().kept().size();
        }
    }
}
