package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes long to find out and is asked often, found out once a minute while anybody asks. Whoever comes after that minute still gets what
 * was found, and it is found anew behind their back; what is older than ten minutes nobody is shown.
 */
final class Remembered<K, V> {

    private static final Logger log = LoggerFactory.getLogger(Remembered.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration USABLE = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 200;

    private final Map<K, Found<V>> kept = new ConcurrentHashMap<>();
    private final Set<K> sought = ConcurrentHashMap.newKeySet();

    private record Found<V>(Instant at, V value) {

        boolean within(Duration length, Instant now) {
            return !now.isBefore(at) && !now.isAfter(at.plus(length));
        }
    }

    V get(K key, Instant now, Supplier<V> find) {
        Found<V> known = kept.get(key);
        if (known == null || !known.within(USABLE, now)) {
            return find(key, now, find);
        }
        if (!known.within(FRESH, now) && sought.add(key)) {
            Thread.ofVirtual().name("remembered").start(() -> again(key, now, find));
        }
        return known.value();
    }

    private V find(K key, Instant now, Supplier<V> find) {
        V value = find.get();
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, new Found<>(now, value));
        return value;
    }

    private void again(K key, Instant now, Supplier<V> find) {
        try {
            find(key, now, find);
        } catch (RuntimeException e) {
            log.warn("What leaders look at could not be found anew; pages show what was found before", e);
        } finally {
            sought.remove(key);
        }
    }
}
