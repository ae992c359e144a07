package org.huiyin.sheet;

import java.io.IOException;

/** A workbook holds no more rows; nothing is left out silently. */
final class TooManyRows extends IOException {

    private static final long serialVersionUID = 1L;

    private final int most;

    TooManyRows(int most) {
        super("A workbook holds at most " + most + " rows");
        this.most = most;
    }

    int most() {
        return most;
    }
}
