package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row that came back, beside what it tells of as that stands now.
 *
 * @param changed the cells that say something else, by their headings: what stands now
 * @param mark the mark the row carries; null when it has none
 */
public record Compared(
        How how, Map<String, String> changed, @Nullable Marks mark) {

    /** How a row stands to what it tells of. */
    public enum How {
        /** Nobody touched it, or it says what stands. */
        SAME,
        /** It tells of nothing that is there. */
        NEW,
        /** It was there when the row was written and is no more. */
        GONE,
        CHANGED,
        /** It was edited, and what it tells of has changed since it was written. */
        STALE
    }

    /** Whether nobody touched the row since it was written. */
    public static <R> boolean untouched(Given row, List<Column<R>> columns) {
        Optional<Marks> mark = Marks.parse(row.text(Marks.KEY));
        return mark.isPresent()
                && mark.get()
                        .digest()
                        .equals(Marks.digest(columns.stream()
                                .filter(column -> !column.key().equals(Marks.KEY))
                                .map(column -> row.canon(column.key()))
                                .toList()));
    }

    /**
     * Compares.
     *
     * @param columns as the list is written in the row's language
     * @param current what the row tells of; null when there is none
     * @param version whether marks carry the version of what they tell of, which says by itself whether it changed
     */
    public static <R> Compared of(Given row, List<Column<R>> columns, @Nullable R current, boolean version) {
        Optional<Marks> mark = Marks.parse(row.text(Marks.KEY));
        if (untouched(row, columns)) {
            return new Compared(How.SAME, Map.of(), mark.orElse(null));
        }
        if (current == null) {
            return new Compared(mark.isPresent() ? How.GONE : How.NEW, Map.of(), mark.orElse(null));
        }
        Map<String, String> changed = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        for (Column<R> column : columns) {
            if (column.key().equals(Marks.KEY)) {
                continue;
            }
            String now = Canon.of(column.value().apply(current));
            texts.add(now);
            if (row.asks(column.key()) && !row.canon(column.key()).equals(now)) {
                changed.put(column.key(), now);
            }
        }
        boolean stale = !version && mark.isPresent() && !mark.get().digest().equals(Marks.digest(texts));
        if (row.hidden() && !changed.isEmpty()) {
            row.fault(Marks.KEY, "sheet.fault.hidden");
        }
        How how = changed.isEmpty() ? How.SAME : stale ? How.STALE : How.CHANGED;
        return new Compared(how, changed, mark.orElse(null));
    }
}
