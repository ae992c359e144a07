package org.huiyin.assessment;

import java.util.Optional;
import org.huiyin.programme.Measures.Dimension;

/**
 * What figures are shown by: the units of a class, places or categories.
 *
 * @param kind the class of units; "" for places and categories
 */
record By(Dimension dimension, String kind) {

    static final By PLACE = new By(Dimension.TOWN, "");
    static final By CATEGORY = new By(Dimension.CATEGORY, "");
    static final By ALL_UNITS = new By(Dimension.UNIT, "");

    static By units(String kind) {
        return new By(Dimension.UNIT, kind);
    }

    /** Reads {@code place}, {@code category}, {@code unit} or the name of a class of units. */
    static Optional<By> parse(String written) {
        return switch (written) {
            case "place" -> Optional.of(PLACE);
            case "category" -> Optional.of(CATEGORY);
            case "unit" -> Optional.of(ALL_UNITS);
            case "city", "county", "town", "village", "department", "enterprise", "office", "section" ->
                Optional.of(units(written));
            default -> Optional.empty();
        };
    }

    String name() {
        return switch (dimension) {
            case TOWN -> "place";
            case CATEGORY -> "category";
            case UNIT -> kind.isEmpty() ? "unit" : kind;
        };
    }

    /** What one key of it is, as a word of messages. */
    String thing() {
        return switch (dimension) {
            case TOWN -> "place";
            case CATEGORY -> "category";
            case UNIT -> "unit";
        };
    }
}
