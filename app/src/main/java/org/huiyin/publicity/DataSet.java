package org.huiyin.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of open data of a day: what they hold, and whether that is what the board says.
 *
 * @param day they are named by
 * @param moment everything in them was so at this moment
 * @param addsUp whether on every list the matters that are told and those that are only counted are those the board counts, from matters and
 *     from steps
 */
record DataSet(LocalDate day, Instant moment, Instant madeAt, boolean addsUp, List<Made> tables, List<Listed> lists) {

    DataSet {
        tables = List.copyOf(tables);
        lists = List.copyOf(lists);
    }

    /** A table and its files. */
    record Made(String name, long rows, List<FileMade> files) {}

    /** @param sha256 in hex */
    record FileMade(String name, long bytes, String sha256) {}

    /**
     * A list.
     *
     * @param programme whose; null in a set that was made before the board had several
     * @param board how many matters the board says stand on it
     * @param told how many rows of the table of matters do
     * @param notPublic how many more the table of counts says are not public
     */
    record Listed(@Nullable String programme, String list, long board, long told, long notPublic) {

        boolean addsUp() {
            return board == told + notPublic;
        }
    }
}
