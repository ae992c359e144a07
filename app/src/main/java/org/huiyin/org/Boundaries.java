package org.huiyin.org;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The outlines of places the operator imported, in WGS-84. Immutable and safe for many threads. */
public final class Boundaries {

    public static final Boundaries NONE = new Boundaries(Map.of());

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final TreeMap<String, Geometry> shapes;
    private final STRtree index = new STRtree();

    private record Outline(String code, PreparedGeometry shape) {}

    private Boundaries(Map<String, Geometry> shapes) {
        this.shapes = new TreeMap<>(shapes);
        this.shapes.forEach((code, shape) ->
                index.insert(shape.getEnvelopeInternal(), new Outline(code, PreparedGeometryFactory.prepare(shape))));
        index.build();
    }

    /** Reads well-known texts by place code. */
    static Boundaries of(Map<String, String> texts) {
        var reader = new WKTReader(GEOMETRIES);
        var shapes = new TreeMap<String, Geometry>();
        texts.forEach((code, text) -> shapes.put(code, parse(reader, code, text)));
        return new Boundaries(shapes);
    }

    public boolean none() {
        return shapes.isEmpty();
    }

    /** The outline of a place: longitude as x, latitude as y. */
    public Optional<Geometry> of(String code) {
        return Optional.ofNullable(shapes.get(code)).map(Geometry::copy);
    }

    List<String> holding(double lat, double lon) {
        var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
        return ((List<?>) index.query(point.getEnvelopeInternal()))
                .stream()
                        .map(Outline.class::cast)
                        .filter(outline -> outline.shape().covers(point))
                        .map(Outline::code)
                        .toList();
    }

    private static Geometry parse(WKTReader reader, String code, String text) {
        try {
            return reader.read(text);
        } catch (ParseException e) {
            throw new IllegalStateException("the stored boundary of " + code + " is no well-known text", e);
        }
    }
}
