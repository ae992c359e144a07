package org.huiyin.handbook;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.programme.Programme.StateRule;

/** Where a state is drawn. */
final class Box {
    final StateRule state;
    final int column;
    final int row;
    final List<Route> left = new ArrayList<>();
    final List<Route> right = new ArrayList<>();
    double x;
    double y;
    double h;

    Box(StateRule state, int column, int row) {
        this.state = state;
        this.column = column;
        this.row = row;
    }
}
