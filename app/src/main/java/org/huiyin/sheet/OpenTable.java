package org.huiyin.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table everybody may take away and use: what pages show to everybody and no more. A feature gives its own. */
public interface OpenTable {

    /** Its name in addresses and messages ({@code publicity.data.<name>}). */
    String name();

    /** Its columns in order, described in messages ({@code publicity.data.<name>.<column>}). */
    List<Field> fields();

    /** Gives every row, its values in the order of the columns; inside one read-only transaction. */
    void rows(Rows rows) throws IOException;

    /** Takes rows one by one. */
    interface Rows {
        void add(@Nullable Object... values) throws IOException;
    }

    /** A column. */
    record Field(String name, Type type) {}

    /** What values are, as the dictionary calls it. */
    enum Type {
        TEXT,
        /** a code that other columns or the lists of the dictionary know */
        CODE,
        INTEGER,
        DECIMAL,
        /** a time with its offset, ISO 8601 */
        TIME
    }
}
