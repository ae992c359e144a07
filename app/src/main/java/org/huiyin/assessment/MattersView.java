package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matters behind a figure.
 *
 * @param count how often the part was counted; as many rows as this there are on all pages together
 */
public record MattersView(
        String title,
        String whose,
        String period,
        String count,
        List<Row> rows,
        @Nullable String older,
        boolean due,
        String back) {

    /**
     * One time a matter was counted.
     *
     * @param href null when the reader may not open it
     */
    public record Row(
            String number,
            String title,
            @Nullable String href,
            String unit,
            String place,
            String category,
            Instant at) {}
}
