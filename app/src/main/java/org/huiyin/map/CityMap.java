package org.huiyin.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huiyin.map.Drawing.Figure;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Draws a place by its parts: by the operator's boundaries where they were imported, else as a grid of tiles. */
@Component
public class CityMap {

    private final Organisation organisation;

    CityMap(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The parts of a place with a number each.
     *
     * @param parent code of the place; null for the outermost
     * @param counts by code of the part; what is missing counts as 0
     * @param href where a part leads, by its code
     */
    public Drawing of(@Nullable String parent, Map<String, Long> counts, UnaryOperator<String> href, Locale locale) {
        return of(parent, counts, new Ways(href, code -> null), locale);
    }

    /** Where a part leads, by its code, and where its number does; nothing when that is the same. */
    public record Ways(UnaryOperator<String> part, Function<String, @Nullable String> number) {}

    /** The same, with a way of its own for each number. */
    public Drawing of(@Nullable String parent, Map<String, Long> counts, Ways ways, Locale locale) {
        var places = organisation.places();
        var whole = places.find(parent).or(() -> places.roots().stream().findFirst());
        if (whole.isEmpty()) {
            return new Drawing("", 1, 1, 1, Drawing.Manner.TILES_IN_ORDER, List.of());
        }
        var parts = places.children(whole.get().code());
        long most = parts.stream()
                .mapToLong(part -> counts.getOrDefault(part.code(), 0L))
                .max()
                .orElse(0);
        var figures = new ArrayList<Figure>();
        var shapes = shapes(parts, places);
        parts.forEach(
                part -> figures.add(figure(part, shapes, counts.getOrDefault(part.code(), 0L), most, ways, locale)));
        return new Drawing(
                whole.get().shortName(locale),
                shapes.width(),
                shapes.height(),
                shapes.fontSize(figures),
                shapes.manner(),
                figures);
    }

    private static Shapes shapes(List<Place> parts, Places places) {
        var outlines = new TreeMap<String, Geometry>();
        parts.forEach(part -> places.boundaries().of(part.code()).ifPresent(shape -> outlines.put(part.code(), shape)));
        return outlines.size() * 2 > parts.size() ? new BoundaryShapes(parts, outlines) : new TileShapes(parts);
    }

    private static Figure figure(Place part, Shapes shapes, long count, long most, Ways ways, Locale locale) {
        var shape = shapes.of(part.code());
        int shade = count == 0 ? 0 : (int) Math.ceilDiv(4 * count, most);
        return new Figure(
                part.code(),
                part.shortName(locale),
                Label.lines(part, locale),
                shape.path(),
                shape.x(),
                shape.y(),
                count,
                shade,
                ways.part().apply(part.code()),
                ways.number().apply(part.code()));
    }
}
