package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what stands in the cells of one row, since its mark is made of them again. Used by one thread, as a list being written is. */
final class OneRow<R> {

    private static final Object UNKNOWN = new Object();

    private final List<Column<R>> columns;
    private final @Nullable Object[] values;
    private @Nullable R row;

    private OneRow(List<Column<R>> columns) {
        this.columns = columns;
        this.values = new @Nullable Object[columns.size()];
    }

    /** The same columns; each cell of a row is made once as long as no other row is asked for. */
    static <R> List<Column<R>> of(List<Column<R>> columns) {
        OneRow<R> remembered = new OneRow<>(columns);
        List<Column<R>> once = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int nth = i;
            Column<R> column = columns.get(i);
            once.add(new Column<>(column.key(), column.title(), column.kind(), row -> remembered.value(row, nth)));
        }
        return once;
    }

    private @Nullable Object value(R asked, int nth) {
        if (row != asked) {
            row = asked;
            Arrays.fill(values, UNKNOWN);
        }
        if (values[nth] == UNKNOWN) {
            values[nth] = columns.get(nth).value().apply(asked);
        }
        return values[nth];
    }
}
