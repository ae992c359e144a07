package org.huiyin.replay;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether no matter was lost or counted twice in the whole installation: as many stand on the lists as were raised, by the tallies kept
 * step by step and by a count of the matters themselves.
 *
 * @param raised how many matters the steps began
 * @param tallied list → matters on it by the tallies
 * @param standing list → matters on it by the matters
 */
public record Conservation(long raised, SortedMap<String, Long> tallied, SortedMap<String, Long> standing) {

    public Conservation {
        tallied = new TreeMap<>(tallied);
        standing = new TreeMap<>(standing);
    }

    public boolean holds() {
        return tallied.equals(standing) && sum(tallied) == raised;
    }

    private static long sum(SortedMap<String, Long> lists) {
        return lists.values().stream().mapToLong(Long::longValue).sum();
    }
}
