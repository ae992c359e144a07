package org.huiyin.publicity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One public matter on the board. */
public record BoardRow(
        long id,
        String programme,
        int programmeVersion,
        String title,
        String place,
        String category,
        String state,
        @Nullable Integer lead,
        Instant raisedAt) {}
