package org.huiyin.replay;

/**
 * A row that could not be read and was left out.
 *
 * @param line where the row begins in the file, counted from 1
 * @param column its heading; "" when the row as a whole is wrong
 */
public record Malformed(long line, String column, String reason) {

    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + reason;
    }
}
