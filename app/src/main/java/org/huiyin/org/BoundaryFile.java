package org.huiyin.org;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON file of boundaries, converts it to WGS-84 and names everything that is wrong with it. */
final class BoundaryFile {

    private static final int FAULTS_NAMED = 20;

    private final GeometryFactory geometries = new GeometryFactory();
    private final List<Outline> outlines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Crs crs;

    /** One feature: the code and name it claims, and its shape in WGS-84. */
    record Outline(String code, String name, Geometry shape) {}

    private BoundaryFile(Crs crs) {
        this.crs = crs;
    }

    static BoundaryFile read(byte[] json, Crs crs) {
        var file = new BoundaryFile(crs);
        try {
            file.collection(new JsonMapper().readTree(json));
        } catch (JacksonException e) {
            file.faults.add("no JSON: " + e.getOriginalMessage());
        }
        return file;
    }

    List<Outline> outlines() {
        return List.copyOf(outlines);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void collection(JsonNode root) {
        if (!"FeatureCollection".equals(root.path("type").asString(""))
                || !root.path("features").isArray()) {
            faults.add("no GeoJSON FeatureCollection");
            return;
        }
        if (root.path("features").isEmpty()) {
            faults.add("the FeatureCollection has no features");
        }
        int number = 0;
        for (var feature : root.path("features")) {
            number++;
            try {
                outlines.add(outline(feature));
            } catch (IllegalArgumentException e) {
                if (faults.size() < FAULTS_NAMED) {
                    faults.add("feature " + number + ": " + e.getMessage());
                }
            }
        }
    }

    private Outline outline(JsonNode feature) {
        var properties = feature.path("properties");
        var code = properties.path("adcode").asString("").strip();
        var name = properties.path("name").asString("").strip();
        if (code.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("neither an adcode nor a name among its properties");
        }
        var geometry = feature.path("geometry");
        var rings = geometry.path("coordinates");
        var shape = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(rings);
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                rings.forEach(part -> parts.add(polygon(part)));
                yield geometries.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default ->
                throw new IllegalArgumentException("a boundary is a Polygon or MultiPolygon, not \""
                        + geometry.path("type").asString("") + "\"");
        };
        var mended = shape.isValid() ? shape : GeometryFixer.fix(shape);
        if (mended.isEmpty() || !(mended.getGeometryType().endsWith("Polygon"))) {
            throw new IllegalArgumentException("its shape encloses nothing");
        }
        return new Outline(code, name, mended);
    }

    private Polygon polygon(JsonNode rings) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new IllegalArgumentException("a polygon without rings");
        }
        var holes = new ArrayList<LinearRing>();
        for (int i = 1; i < rings.size(); i++) {
            holes.add(ring(rings.get(i)));
        }
        return geometries.createPolygon(ring(rings.get(0)), holes.toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode points) {
        if (points.size() < 4) {
            throw new IllegalArgumentException("a ring of " + points.size() + " points; it needs at least four");
        }
        var corners = new Coordinate[points.size()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = corner(points.get(i));
        }
        if (!corners[0].equals2D(corners[corners.length - 1])) {
            throw new IllegalArgumentException("a ring that does not end where it begins");
        }
        return geometries.createLinearRing(corners);
    }

    private Coordinate corner(JsonNode point) {
        if (!point.isArray()
                || point.size() < 2
                || !point.get(0).isNumber()
                || !point.get(1).isNumber()) {
            throw new IllegalArgumentException("a point that is no pair of numbers: " + brief(point));
        }
        double lon = point.get(0).asDouble();
        double lat = point.get(1).asDouble();
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            var why = Math.abs(lon) <= 90 && Math.abs(lat) <= 180
                    ? "latitude and longitude seem to be swapped"
                    : "not degrees, a projected system is not understood";
            throw new IllegalArgumentException("a point off the Earth, " + brief(point) + ": " + why);
        }
        var position = crs.toWgs84(lat, lon);
        return new Coordinate(position.lon(), position.lat());
    }

    private static String brief(JsonNode node) {
        var text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
