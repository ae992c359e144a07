package org.huiyin.alike;

import org.huiyin.org.Place;
import org.jspecify.annotations.Nullable;

/** Where something is, in degrees. */
public record Position(double latitude, double longitude) {

    static @Nullable Position of(@Nullable Object written) {
        return Place.Position.parse(String.valueOf(written))
                .map(one -> new Position(one.lat(), one.lon()))
                .orElse(null);
    }

    /** Metres to another position; exact enough for some kilometres. */
    double metres(Position other) {
        double north = Math.toRadians(latitude - other.latitude);
        double east = Math.toRadians(longitude - other.longitude) * Math.cos(Math.toRadians(latitude));
        return 6_371_000 * Math.hypot(north, east);
    }
}
