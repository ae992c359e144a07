package org.huiyin.sheet;

import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;

/** Something that can be taken in from a table. A feature declares one for each kind of table it understands. */
public interface SheetIntake {

    /** How addresses and the command line call it: {@code units}. */
    String name();

    /** How people call it. */
    String title(Page page);

    /** Whether this reader may take such tables in. */
    boolean open(Actor reader);

    /** The columns it understands, in the order of its template. */
    List<Heading> headings(Page page);

    /**
     * Takes all rows in, or none: when only trying, or when any row is at fault, nothing is stored. Faults are noted with the rows.
     *
     * @param file the name of the file, for the record
     */
    Taken take(Page page, GivenRows rows, boolean trying, String file);

    /**
     * Undoes what an import did, all of it or nothing, by steps that lead back. Where that cannot be it says why, one line each.
     *
     * @param taken what it did, in its order
     */
    List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress);

    /** The list of {@link SheetList} that comes back to this one; empty when its tables are only filled in. */
    default String list() {
        return "";
    }
}
