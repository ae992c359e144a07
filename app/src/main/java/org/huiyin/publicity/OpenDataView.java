package org.huiyin.publicity;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * The page of open data.
 *
 * @param told the newest files; null while there are none
 * @param base the address of this service
 */
public record OpenDataView(@Nullable Told told, String base, List<Table> tables, List<Codes> codes) {

    /** A list of codes with their names. */
    public record Codes(String name, String title, List<Options.Option> codes) {}

    /** When they were made, of which moment, and whether they add up with the board. */
    public record Told(String day, Instant moment, boolean addsUp, long rows, List<Sum> sums) {}

    /** A list: what the board counts, what the files tell, and what they only count. */
    public record Sum(String list, long board, long told, long notPublic, boolean addsUp) {}

    /** A table with its columns, and how many rows its files hold; null while there are none. */
    public record Table(
            String name,
            String title,
            String text,
            @Nullable Long rows,
            List<Column> columns) {}

    /** A column. */
    public record Column(String name, String type, String text) {}
}
