package org.huiyin.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place drawn by its parts, ready for {@code @template.map.schematic}.
 *
 * @param title what it shows: the name of the place
 * @param fontSize of the names, in units of the drawing; fits the longest
 */
public record Drawing(String title, int width, int height, int fontSize, Manner manner, List<Figure> figures) {

    public Drawing {
        figures = List.copyOf(figures);
    }

    /** How it is drawn. */
    public enum Manner {
        /** The operator's boundaries. */
        BOUNDARIES,
        /** Our own tiles, roughly where the parts lie. */
        TILES_IN_PLACE,
        /** Our own tiles, one after the other. */
        TILES_IN_ORDER
    }

    /**
     * One part.
     *
     * @param outline SVG path
     * @param lines the name as it fits, one or two lines
     * @param x where the middle of the name stands
     * @param shade 0 (nothing) to 4 (as much as the fullest part)
     * @param href where the part leads
     * @param counted where its number leads; null when that is where the part leads
     */
    public record Figure(
            String code,
            String name,
            List<String> lines,
            String outline,
            double x,
            double y,
            long count,
            int shade,
            String href,
            @Nullable String counted) {

        public Figure {
            lines = List.copyOf(lines);
        }
    }
}
