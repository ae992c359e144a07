package org.huiyin.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sample as it is published.
 *
 * @param seed null until it is drawn
 * @param percent how much of each unit's matters; 0 until it is drawn
 */
public record SampleRow(
        String programme,
        String kind,
        String month,
        String commitment,
        Instant committedAt,
        @Nullable String seed,
        @Nullable Instant drawnAt,
        int percent) {}
