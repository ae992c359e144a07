package org.huiyin.org;

/**
 * The shift of GCJ-02, as it became publicly known (there is no published standard text). It is defined one way only; the way back is found
 * by approaching it, to less than a centimetre.
 */
final class Gcj02 {

    /** Krasovsky 1940. */
    private static final double SEMI_MAJOR_METRES = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final int ROUNDS = 6;

    private Gcj02() {}

    static Place.Position toWgs84(double lat, double lon) {
        double nearLat = lat;
        double nearLon = lon;
        for (int i = 0; i < ROUNDS; i++) {
            var shifted = fromWgs84(nearLat, nearLon);
            nearLat += lat - shifted.lat();
            nearLon += lon - shifted.lon();
        }
        return new Place.Position(nearLat, nearLon);
    }

    static Place.Position fromWgs84(double lat, double lon) {
        if (outsideChina(lat, lon)) {
            return new Place.Position(lat, lon);
        }
        double radians = Math.toRadians(lat);
        double sine = Math.sin(radians);
        double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double metresPerLat =
                SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)) * Math.PI / 180;
        double metresPerLon = SEMI_MAJOR_METRES / Math.sqrt(magic) * Math.cos(radians) * Math.PI / 180;
        return new Place.Position(
                lat + north(lon - 105, lat - 35) / metresPerLat, lon + east(lon - 105, lat - 35) / metresPerLon);
    }

    private static boolean outsideChina(double lat, double lon) {
        return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + waves(y, 20, 40, 3)
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y / 30 * Math.PI)) * 2 / 3;
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + ripple(x)
                + waves(x, 20, 40, 3)
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    }

    private static double ripple(double x) {
        return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    }

    private static double waves(double v, double whole, double third, double divisor) {
        return (whole * Math.sin(v * Math.PI) + third * Math.sin(v / divisor * Math.PI)) * 2 / 3;
    }
}
