package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is taken along: what it is, how it was narrowed, its columns and its rows.
 *
 * @param filters how it was narrowed, in the reader's words
 * @param expected how many rows it has; negative when only reading tells
 */
public record Listing<R>(String title, List<Fact> filters, List<Column<R>> columns, long expected, Stretches<R> rows) {

    public Listing {
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
    }

    /** Something about the list as a whole: a name and a value. */
    public record Fact(String name, String value) {}

    /** The rows, one stretch after another, each beginning behind the last row of the one before. */
    public interface Stretches<R> {

        /** The rows behind this one; the first ones for null. None at the end. */
        List<R> after(@Nullable R last);
    }

    /** A list whose rows are all at hand. */
    public static <R> Listing<R> of(String title, List<Fact> filters, List<Column<R>> columns, List<R> rows) {
        return new Listing<>(title, filters, columns, rows.size(), last -> last == null ? rows : List.of());
    }

    /** What narrows a list, without what was left open. */
    public static final class Narrowing {

        private final List<Fact> facts = new ArrayList<>();

        public Narrowing by(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                facts.add(new Fact(name, value));
            }
            return this;
        }

        public List<Fact> facts() {
            return facts;
        }
    }
}
