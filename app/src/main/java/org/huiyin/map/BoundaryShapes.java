package org.huiyin.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.map.Drawing.Figure;
import org.huiyin.org.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The operator's boundaries, and a row of tiles beneath them for parts that have none. */
final class BoundaryShapes implements Shapes {

    private static final int WIDTH = 640;
    private static final int FONT_SIZE = 15;

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Envelope box = new Envelope();
    private final double unitsPerLon;
    private final double unitsPerLat;
    private final int mapHeight;
    private final boolean allBounded;

    BoundaryShapes(List<Place> parts, Map<String, Geometry> outlines) {
        outlines.values().forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
        unitsPerLon = WIDTH / box.getWidth();
        unitsPerLat = unitsPerLon / Math.cos(Math.toRadians(box.centre().getY()));
        mapHeight = (int) Math.ceil(box.getHeight() * unitsPerLat);
        outlines.forEach((code, shape) -> shapes.put(code, shape(shape)));
        var rest = parts.stream()
                .filter(part -> !outlines.containsKey(part.code()))
                .toList();
        allBounded = rest.isEmpty();
        for (int i = 0; i < rest.size(); i++) {
            shapes.put(rest.get(i).code(), Shapes.tile(i * (double) TILE_WIDTH, mapHeight + 2.0 * GAP));
        }
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return allBounded ? mapHeight : mapHeight + 2 * GAP + TILE_HEIGHT;
    }

    @Override
    public int fontSize(List<Figure> figures) {
        return FONT_SIZE;
    }

    @Override
    public Drawing.Manner manner() {
        return Drawing.Manner.BOUNDARIES;
    }

    @Override
    public Shape of(String code) {
        var shape = shapes.get(code);
        if (shape == null) {
            throw new IllegalArgumentException("not drawn: " + code);
        }
        return shape;
    }

    private Shape shape(Geometry outline) {
        var path = new StringBuilder();
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            if (outline.getGeometryN(i) instanceof Polygon polygon) {
                rings(polygon).forEach(ring -> append(path, ring));
            }
        }
        var label = outline.getInteriorPoint().getCoordinate();
        return new Shape(path.toString(), x(label), y(label));
    }

    private static List<Coordinate[]> rings(Polygon polygon) {
        var rings = new ArrayList<Coordinate[]>();
        rings.add(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(polygon.getInteriorRingN(i).getCoordinates());
        }
        return rings;
    }

    private void append(StringBuilder path, Coordinate[] ring) {
        char way = 'M';
        for (var corner : ring) {
            path.append(way).append(Shapes.round(x(corner))).append(' ').append(Shapes.round(y(corner)));
            way = 'L';
        }
        path.append('z');
    }

    private double x(Coordinate corner) {
        return (corner.getX() - box.getMinX()) * unitsPerLon;
    }

    private double y(Coordinate corner) {
        return (box.getMaxY() - corner.getY()) * unitsPerLat;
    }
}
