package org.huiyin.sheet;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param line its number as the spreadsheet shows it, or the line of the text file it begins on
 * @param hidden whether the spreadsheet does not show it
 */
record RawRow(long line, List<RawCell> cells, boolean hidden) {

    RawCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : RawCell.EMPTY;
    }

    boolean blank() {
        return cells.stream().allMatch(RawCell::blank);
    }

    /** Lines that say something about the table and are none of it. */
    boolean remark() {
        return !cells.isEmpty()
                && cells.getFirst().shown().startsWith("#")
                && cells.stream().skip(1).allMatch(RawCell::blank);
    }
}
