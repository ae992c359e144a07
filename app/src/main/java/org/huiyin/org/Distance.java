package org.huiyin.org;

/** Distances on the sphere; good to half a percent, which is enough to say which place is near. */
final class Distance {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private Distance() {}

    static double metres(Place.Position from, double lat, double lon) {
        double fromLat = Math.toRadians(from.lat());
        double toLat = Math.toRadians(lat);
        double halfLat = Math.sin((toLat - fromLat) / 2);
        double halfLon = Math.sin(Math.toRadians(lon - from.lon()) / 2);
        double chord = halfLat * halfLat + Math.cos(fromLat) * Math.cos(toLat) * halfLon * halfLon;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
