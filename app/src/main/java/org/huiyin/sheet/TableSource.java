package org.huiyin.sheet;

import java.io.IOException;
import java.util.List;

/** A table in a file, read from its top to its end. */
interface TableSource {

    /** Takes one row after another. */
    interface Taker {
        void take(RawRow row) throws IOException;
    }

    /**
     * Reads every row that is not blank.
     *
     * @throws Unreadable when the file turns out not to be what it should
     */
    void read(Taker taker) throws IOException;

    /** The ranges of merged cells that were met, such as {@code B5:B9}; known when everything was read. */
    List<String> merged();

    /** Whether a row with more or fewer cells than the heading can only be a mistake. */
    boolean even();
}
