package org.huiyin.map;

import java.util.List;
import org.huiyin.map.Drawing.Figure;
import org.huiyin.org.Place;

/** Our own schematic: equal tiles. */
final class TileShapes implements Shapes {

    private static final int LARGEST = 20;
    private static final int SMALLEST = 13;

    private final TileGrid grid;

    TileShapes(List<Place> parts) {
        this.grid = TileGrid.of(parts);
    }

    @Override
    public int width() {
        return grid.columns() * TILE_WIDTH - GAP;
    }

    @Override
    public int height() {
        return grid.rows() * TILE_HEIGHT - GAP;
    }

    @Override
    public int fontSize(List<Figure> figures) {
        double widest = figures.stream()
                .mapToDouble(figure -> Label.width(figure.lines()))
                .max()
                .orElse(1);
        return Math.clamp((long) ((TILE_WIDTH - GAP - 10) / widest), SMALLEST, LARGEST);
    }

    @Override
    public Drawing.Manner manner() {
        return grid.inPlace() ? Drawing.Manner.TILES_IN_PLACE : Drawing.Manner.TILES_IN_ORDER;
    }

    @Override
    public Shape of(String code) {
        var cell = grid.cell(code);
        return Shapes.tile(cell.column() * TILE_WIDTH, cell.row() * TILE_HEIGHT);
    }
}
