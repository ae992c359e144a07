package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;

/**
 * A step that counts.
 *
 * @param unit for which it counts; 0 when there is none
 * @param town the place's town or street, or what there is of it
 * @param at when the step occurred
 * @param parts what it counts as
 */
record Fact(
        long matter,
        int seq,
        String programme,
        int unit,
        String town,
        String category,
        Instant at,
        List<String> parts) {}
