package org.huiyin.publicity;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.huiyin.frame.Options;
import org.huiyin.map.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * The board as its page shows it.
 *
 * @param programme whose matters; "" for the board's own
 * @param programmes all that stand on the board, each with its counts at this place
 * @param listed whether matters are listed one by one; otherwise they are counted alone
 * @param list the list shown
 * @param lists every list with its count at this place, the open ones and results first
 * @param tally the counts of the whole city, for the line that adds them up
 * @param checked the double count; null until the first is done
 * @param counted when that was
 * @param same whether it agrees for every programme
 * @param older the address of the next stretch; null at the end
 * @param lookedThrough how many matters were looked through, when that were not all; 0 otherwise
 * @param elsewhere list and place → the address of the board there
 */
public record BoardView(
        String programme,
        List<Kind> programmes,
        boolean listed,
        String list,
        List<Listed> lists,
        String place,
        String category,
        String words,
        Closely closely,
        boolean narrowed,
        List<Row> rows,
        @Nullable String older,
        boolean first,
        int lookedThrough,
        Tally tally,
        Checked.@Nullable Ways checked,
        @Nullable Instant counted,
        boolean same,
        Drawing map,
        List<Options.Option> categories,
        Options options,
        BiFunction<String, String, String> elsewhere) {

    /** The board with another list or place and the same conditions otherwise, from the newest on. */
    public String address(String otherList, String otherPlace) {
        return elsewhere.apply(otherList, otherPlace);
    }

    /**
     * The conditions behind "more".
     *
     * @param any whether any is set
     * @param units all that may be in charge, by their codes, under those they belong to
     */
    public record Closely(
            boolean any,
            String unit,
            String state,
            String from,
            String to,
            List<Options.Group> units,
            List<Options.Option> states) {}

    /** The name of the list shown. */
    public String listTitle() {
        return lists.stream()
                .filter(one -> one.name().equals(list))
                .map(Listed::title)
                .findFirst()
                .orElse(list);
    }

    /**
     * A programme with its counts at this place.
     *
     * @param open on lists whose matters are not at their end
     * @param closed on the others
     */
    public record Kind(String name, String title, long raised, long open, long closed, String path, boolean shown) {}

    /** How many matters all programmes have here. */
    public long raised() {
        return programmes.stream().mapToLong(Kind::raised).sum();
    }

    public long open() {
        return programmes.stream().mapToLong(Kind::open).sum();
    }

    public long closed() {
        return programmes.stream().mapToLong(Kind::closed).sum();
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
