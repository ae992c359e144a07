package org.huiyin.alike;

import org.jspecify.annotations.Nullable;

/** Where something is, in degrees. */
public record Position(double latitude, double longitude) {

    static @Nullable Position of(@Nullable Object written) {
        String[] parts = String.valueOf(written).split(",");
        if (parts.length != 2) {
            return null;
        }
        try {
            return new Position(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Metres to another position; exact enough for some kilometres. */
    double metres(Position other) {
        double north = Math.toRadians(latitude - other.latitude);
        double east = Math.toRadians(longitude - other.longitude) * Math.cos(Math.toRadians(latitude));
        return 6_371_000 * Math.hypot(north, east);
    }
}
