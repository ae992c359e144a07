package org.huiyin.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huiyin.org.Place;
import org.jspecify.annotations.Nullable;

/**
 * Places on a grid of equal tiles. Where they are known, each goes as near as it can to where it lies, so that the grid resembles the map;
 * otherwise they follow each other by code.
 */
final class TileGrid {

    private static final int WITHOUT_POSITIONS = 4;

    private final int columns;
    private final int rows;
    private final boolean inPlace;
    private final Map<String, Cell> cells = new HashMap<>();

    record Cell(int column, int row) {}

    private record Wish(String code, double column, double row) {

        double missedBy(Cell cell) {
            return Math.pow(cell.column() - column, 2) + Math.pow(cell.row() - row, 2);
        }
    }

    private TileGrid(int columns, int rows, boolean inPlace) {
        this.columns = columns;
        this.rows = rows;
        this.inPlace = inPlace;
    }

    static TileGrid of(List<Place> places) {
        var positions = places.stream().map(Place::position).toList();
        return positions.contains(null) || places.size() < 3 ? inOrder(places) : nearlyTrue(places);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Whether the tiles lie roughly as the places do. */
    boolean inPlace() {
        return inPlace;
    }

    Cell cell(String code) {
        var cell = cells.get(code);
        if (cell == null) {
            throw new IllegalArgumentException("not on the grid: " + code);
        }
        return cell;
    }

    private static TileGrid inOrder(List<Place> places) {
        int columns = Math.clamp(places.size(), 1, WITHOUT_POSITIONS);
        var grid = new TileGrid(columns, (places.size() + columns - 1) / columns, false);
        for (int i = 0; i < places.size(); i++) {
            grid.cells.put(places.get(i).code(), new Cell(i % columns, i / columns));
        }
        return grid;
    }

    private static TileGrid nearlyTrue(List<Place> places) {
        var box = Box.around(places);
        int columns = (int) Math.ceil(Math.sqrt(places.size() * box.widthToHeight()));
        columns = Math.clamp(columns, 2, 6);
        int rows = (places.size() + columns - 1) / columns + 1;
        var grid = new TileGrid(columns, rows, true);
        var wishes = new ArrayList<Wish>();
        places.forEach(place -> wishes.add(box.wish(place, grid)));
        grid.seat(wishes);
        grid.improve(wishes);
        return grid;
    }

    private void seat(List<Wish> wishes) {
        Set<Cell> taken = new HashSet<>();
        for (var wish : wishes) {
            Cell best = null;
            for (var cell : all()) {
                if (!taken.contains(cell) && (best == null || wish.missedBy(cell) < wish.missedBy(best))) {
                    best = cell;
                }
            }
            taken.add(Objects.requireNonNull(best, "more places than cells"));
            cells.put(wish.code(), best);
        }
    }

    /** Moves and swaps as long as that brings places nearer to where they lie. */
    private void improve(List<Wish> wishes) {
        boolean better = true;
        while (better) {
            better = false;
            for (var wish : wishes) {
                for (var cell : all()) {
                    better |= improves(wish, cell, wishes);
                }
            }
        }
    }

    private boolean improves(Wish wish, Cell wanted, List<Wish> wishes) {
        var present = cell(wish.code());
        var other = holder(wanted, wishes);
        double gain = wish.missedBy(present) - wish.missedBy(wanted);
        if (other != null) {
            gain += other.missedBy(wanted) - other.missedBy(present);
        }
        if (present.equals(wanted) || gain < 1e-9) {
            return false;
        }
        cells.put(wish.code(), wanted);
        if (other != null) {
            cells.put(other.code(), present);
        }
        return true;
    }

    private @Nullable Wish holder(Cell cell, List<Wish> wishes) {
        return wishes.stream()
                .filter(wish -> cell.equals(cells.get(wish.code())))
                .findFirst()
                .orElse(null);
    }

    private List<Cell> all() {
        var all = new ArrayList<Cell>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                all.add(new Cell(column, row));
            }
        }
        return all;
    }

    /** The degrees the places lie in. */
    private record Box(double south, double north, double west, double east) {

        static Box around(List<Place> places) {
            double south = 90;
            double north = -90;
            double west = 180;
            double east = -180;
            for (var place : places) {
                var position = Objects.requireNonNull(place.position());
                south = Math.min(south, position.lat());
                north = Math.max(north, position.lat());
                west = Math.min(west, position.lon());
                east = Math.max(east, position.lon());
            }
            return new Box(south, north, west, east);
        }

        double widthToHeight() {
            double width = Math.max(east - west, 1e-6) * Math.cos(Math.toRadians((south + north) / 2));
            return width / Math.max(north - south, 1e-6);
        }

        Wish wish(Place place, TileGrid grid) {
            var position = Objects.requireNonNull(place.position());
            double right = (position.lon() - west) / Math.max(east - west, 1e-6);
            double down = (north - position.lat()) / Math.max(north - south, 1e-6);
            return new Wish(place.code(), right * (grid.columns - 1), down * (grid.rows - 1));
        }
    }
}
