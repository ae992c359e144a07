package org.huiyin.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table on its way into a file, row by row; what was written is out of memory. Dates and times come as local ones. */
interface TableFile extends AutoCloseable {

    /** How a table is headed: each column's name and kind. */
    record Heading(String name, Column.Kind kind) {}

    void row(List<@Nullable Object> cells) throws IOException;

    /** Says what the table was, and that it is complete. */
    void end(List<Listing.Fact> facts) throws IOException;

    /** A table that was not ended is no file. */
    @Override
    void close() throws IOException;
}
