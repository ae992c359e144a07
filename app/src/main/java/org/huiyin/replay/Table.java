package org.huiyin.replay;

import java.util.List;
import org.huiyin.programme.Text;

/** A kind of table: which columns it has, and what a row of it says happened. */
interface Table {

    List<String> columns();

    /**
     * The life a row tells.
     *
     * @throws BadCell when it tells none
     */
    Life life(Row row);

    /** Whether due times come from the file; else they are reckoned by the programme's own limits. */
    boolean hasDueTimes();

    Town town();

    /**
     * The place and the office a table's matters belong to.
     *
     * @param code of the place; 99 is no province's, so it stays clear of real places
     */
    record Town(String code, Text name, Text office) {}
}
