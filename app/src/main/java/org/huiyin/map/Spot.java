package org.huiyin.map;

import org.jspecify.annotations.Nullable;

/**
 * One position, ready for {@code @template.map.spot}.
 *
 * @param in path of the place whose boundary holds it; null when no boundary does
 * @param near path of the nearest place known; null when none is
 * @param metres how far that one is
 * @param tiles address of the operator's tiles; empty for none
 */
public record Spot(
        double lat,
        double lon,
        @Nullable String in,
        @Nullable String near,
        long metres,
        String tiles,
        String attribution) {

    /** Five decimals: a metre. */
    public String degrees() {
        return "%.5f, %.5f".formatted(lat, lon);
    }
}
