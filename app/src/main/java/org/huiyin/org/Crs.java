package org.huiyin.org;

import java.util.Locale;

/** The coordinate systems boundary files come in; Huiyin keeps WGS-84. */
public enum Crs {
    WGS84,
    /** The shifted system of Chinese web maps (AMap, DataV): off by up to some hundred metres until converted. */
    GCJ02,
    /** The national system of China; it agrees with WGS-84 to within a few decimetres, so it is taken as it is. */
    CGCS2000;

    Place.Position toWgs84(double lat, double lon) {
        return switch (this) {
            case WGS84, CGCS2000 -> new Place.Position(lat, lon);
            case GCJ02 -> Gcj02.toWgs84(lat, lon);
        };
    }

    /** The name on the command line: {@code gcj02}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
