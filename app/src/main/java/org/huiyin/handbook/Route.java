package org.huiyin.handbook;

import java.util.List;
import org.huiyin.handbook.Chart.Arrow;

/** How an arrow is drawn. */
final class Route {
    final Arrow arrow;
    final Box from;
    final Box to;
    final List<String> label;
    final boolean straight;
    final boolean outRight;
    final boolean inRight;
    double outY;
    double inY;
    double outLane;
    double inLane;
    double track;

    Route(Arrow arrow, Box from, Box to, List<String> label) {
        this.arrow = arrow;
        this.from = from;
        this.to = to;
        this.label = label;
        boolean same = from.column == to.column;
        this.straight = same && to.row == from.row + 1;
        this.outRight = same || to.column > from.column;
        this.inRight = same || to.column < from.column;
    }

    boolean far() {
        return Math.abs(from.column - to.column) > 1;
    }

    int outGutter() {
        return outRight ? from.column : from.column - 1;
    }

    int inGutter() {
        return inRight ? to.column : to.column - 1;
    }
}
