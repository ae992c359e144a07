package org.huiyin.publicity;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.map.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * The board as its page shows it.
 *
 * @param list the list shown
 * @param lists every list with its count at this place, the open ones and results first
 * @param tally the counts of the whole city, for the line that adds them up
 * @param checked the double count; null until the first is done
 * @param older the address of the next stretch; null at the end
 * @param lookedThrough how many matters words were looked for in, when that were not all; 0 otherwise
 */
public record BoardView(
        String list,
        List<Listed> lists,
        String place,
        String category,
        String words,
        boolean narrowed,
        List<Row> rows,
        @Nullable String older,
        boolean first,
        int lookedThrough,
        Tally tally,
        @Nullable Checked checked,
        Drawing map,
        List<Options.Option> categories,
        Options options) {

    /** The board with another list or place and the same category and words, from the newest on. */
    public String address(String otherList, String otherPlace) {
        return BoardFilter.address(otherList, otherPlace, category, words, null);
    }

    /** The name of the list shown. */
    public String listTitle() {
        return lists.stream()
                .filter(one -> one.name().equals(list))
                .map(Listed::title)
                .findFirst()
                .orElse(list);
    }

    /** A list with its count at this place. */
    public record Listed(String name, String title, long count, boolean main) {}

    /** One public matter. */
    public record Row(
            String number,
            String title,
            String place,
            String category,
            String state,
            String tone,
            String lead,
            Instant raisedAt) {}
}
