package org.huiyin.replay;

/** A cell does not say what its column should; the row is left out and listed. */
final class BadCell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String column;

    BadCell(String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    String column() {
        return column;
    }
}
