package org.huiyin.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.programme.Track;

/** A way somebody might have gone on foot, out and round and back to where it began. */
final class Stroll {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double METRES_PER_SECOND = 1.1;
    private static final int CORNERS = 8;
    private static final int FIXES_A_SIDE = 6;

    private Stroll() {}

    /** The spot of a place, or of the innermost one around it that has one. */
    static Optional<Place.Position> middle(Places places, String code) {
        return places.line(code).reversed().stream()
                .flatMap(place -> Stream.ofNullable(place.position()))
                .findFirst();
    }

    /** As a phone would have recorded it: street corners at odd distances, and a few metres of error. */
    static String around(Place.Position middle, double metres, Instant starts, SplittableRandom random) {
        List<double[]> corners = new ArrayList<>();
        // a polygon of eight corners is a little shorter than its circle
        double radius = metres / (2 * Math.PI);
        double turned = random.nextDouble() * Math.PI;
        for (int i = 0; i < CORNERS; i++) {
            double angle = turned + 2 * Math.PI * i / CORNERS;
            double out = radius * (0.7 + 0.5 * random.nextDouble());
            corners.add(new double[] {out * Math.cos(angle), out * Math.sin(angle)});
        }
        corners.add(corners.getFirst());
        List<Track.Fix> fixes = new ArrayList<>();
        double second = starts.getEpochSecond();
        for (int i = 0; i < CORNERS; i++) {
            double[] from = corners.get(i);
            double[] to = corners.get(i + 1);
            double side = Math.hypot(to[0] - from[0], to[1] - from[1]);
            for (int k = 0; k < FIXES_A_SIDE; k++) {
                double share = (double) k / FIXES_A_SIDE;
                double north = from[0] + share * (to[0] - from[0]) + 8 * (random.nextDouble() - 0.5);
                double east = from[1] + share * (to[1] - from[1]) + 8 * (random.nextDouble() - 0.5);
                fixes.add(new Track.Fix(
                        middle.lat() + north / METRES_PER_DEGREE,
                        middle.lon() + east / METRES_PER_DEGREE / Math.cos(Math.toRadians(middle.lat())),
                        Math.round(second)));
                second += side / FIXES_A_SIDE / METRES_PER_SECOND;
            }
        }
        return new Track(fixes).toString();
    }
}
