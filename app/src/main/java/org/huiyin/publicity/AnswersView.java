package org.huiyin.publicity;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * The newest answers as a page shows them.
 *
 * @param older the address of what follows; null at the end
 * @param feed the address of the same as a feed
 */
public record AnswersView(
        BoardCounts.Counts counts,
        List<Row> rows,
        @Nullable String older,
        boolean first,
        String place,
        String category,
        String unit,
        boolean narrowed,
        List<Options.Option> categories,
        List<Options.Group> units,
        Options options,
        String feed) {

    /**
     * An answer.
     *
     * @param words empty where they are not public
     */
    public record Row(
            String number, String title, String place, String category, String unit, Instant at, String words) {}
}
