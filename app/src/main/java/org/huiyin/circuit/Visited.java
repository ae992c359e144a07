package org.huiyin.circuit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit that was written down.
 *
 * @param people whom they met there
 * @param visitors who of the group went
 * @param by who wrote it down; null when that account is gone
 */
record Visited(
        long id,
        long circuit,
        int unit,
        LocalDate on,
        String people,
        String notes,
        List<String> visitors,
        @Nullable String by,
        Instant recordedAt) {}
