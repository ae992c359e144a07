package org.huiyin.map;

import java.util.List;
import org.huiyin.map.Drawing.Figure;

/** Where each part of a place is drawn. */
sealed interface Shapes permits TileShapes, BoundaryShapes {

    int GAP = 6;
    int TILE_WIDTH = 104;
    int TILE_HEIGHT = 84;

    /** An outline and the middle of its label. */
    record Shape(String path, double x, double y) {}

    int width();

    int height();

    int fontSize(List<Figure> figures);

    Drawing.Manner manner();

    Shape of(String code);

    /** A tile with rounded corners whose upper left corner is there. */
    static Shape tile(double left, double top) {
        int radius = 6;
        int across = TILE_WIDTH - GAP - 2 * radius;
        int down = TILE_HEIGHT - GAP - 2 * radius;
        var path = "M%s %sh%da6 6 0 0 1 6 6v%da6 6 0 0 1 -6 6h-%da6 6 0 0 1 -6 -6v-%da6 6 0 0 1 6 -6z"
                .formatted(round(left + radius), round(top), across, down, across, down);
        return new Shape(path, left + (TILE_WIDTH - GAP) / 2.0, top + (TILE_HEIGHT - GAP) / 2.0);
    }

    static String round(double units) {
        long tenths = Math.round(units * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }
}
