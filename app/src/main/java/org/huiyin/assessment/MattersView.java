package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matters behind a figure.
 *
 * @param count how often it was counted; as many rows as this there are on all pages together
 * @param time what the time of each row is
 * @param sheet whether it can be taken along
 * @param back where the reader came from
 */
public record MattersView(
        String title,
        String whose,
        String period,
        long count,
        List<Row> rows,
        @Nullable String older,
        String time,
        boolean sheet,
        String back) {

    /**
     * One time a matter was counted.
     *
     * @param href null when the reader may not open it
     * @param unitPath the page of the unit; null for none in particular
     */
    public record Row(
            String number,
            String title,
            @Nullable String href,
            String unit,
            @Nullable String unitPath,
            String place,
            String category,
            Instant at) {}
}
