package org.huiyin.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each part was counted, told apart by one dimension. Not safe for threads while it is added to. */
public final class Figures {

    private final Map<String, Map<String, Long>> byKey = new HashMap<>();

    void add(String key, String part, long n) {
        if (n != 0) {
            byKey.computeIfAbsent(key, k -> new HashMap<>()).merge(part, n, Long::sum);
        }
    }

    void add(Figures others) {
        others.byKey.forEach((key, parts) -> parts.forEach((part, n) -> add(key, part, n)));
    }

    public long of(String key, String part) {
        return byKey.getOrDefault(key, Map.of()).getOrDefault(part, 0L);
    }

    /** The parts of one key that are not zero, in the order of their names. */
    public Map<String, Long> of(String key) {
        Map<String, Long> parts = new TreeMap<>(byKey.getOrDefault(key, Map.of()));
        parts.values().removeIf(n -> n == 0);
        return parts;
    }

    /** What all keys come to together. */
    public Map<String, Long> total() {
        return sum(byKey.keySet());
    }

    /** What some keys come to together. */
    public Map<String, Long> sum(Iterable<String> keys) {
        Map<String, Long> sums = new TreeMap<>();
        keys.forEach(key -> byKey.getOrDefault(key, Map.of()).forEach((part, n) -> sums.merge(part, n, Long::sum)));
        return sums;
    }

    public Set<String> keys() {
        return new TreeSet<>(byKey.keySet());
    }
}
