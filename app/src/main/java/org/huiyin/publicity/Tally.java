package org.huiyin.publicity;

import java.util.Map;

/**
 * How many matters stand on each list.
 *
 * @param byList list → count
 */
public record Tally(Map<String, Long> byList) {

    public Tally {
        byList = Map.copyOf(byList);
    }

    public long of(String list) {
        return byList.getOrDefault(list, 0L);
    }

    public long raised() {
        return byList.values().stream().mapToLong(Long::longValue).sum();
    }
}
