package org.huiyin.circuit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of a group.
 *
 * @param number within its group, from 1
 * @param plan unit → the day on which it is to be visited
 * @param summary what the leader says of it in the report
 * @param closedAt null while visits may be written down
 */
record Circuit(
        long id,
        long group,
        int number,
        LocalDate from,
        LocalDate to,
        Map<Integer, LocalDate> plan,
        String summary,
        @Nullable Instant closedAt) {

    Circuit {
        plan = Map.copyOf(plan);
    }

    boolean open() {
        return closedAt == null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
