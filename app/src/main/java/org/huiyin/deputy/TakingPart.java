package org.huiyin.deputy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deputies who came or did not, or activities they came to.
 *
 * @param back the page with the figure
 * @param next where the list goes on; null at its end
 */
public record TakingPart(
        boolean came,
        String back,
        String since,
        String until,
        List<Row> rows,
        @Nullable String next) {

    /**
     * One of them.
     *
     * @param path its page; "" where the reader may not read it
     * @param count activities they came to, or deputies who came to it
     * @param day of the last, or of the activity; "" for none
     */
    public record Row(String path, String name, String place, int count, String day) {}
}
