package org.huiyin.activity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.org.Place;

/** Reads where something is, as phones write it: {@code 30.33,112.24}. */
final class Position {

    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d{1,12})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*");

    private Position() {}

    static Optional<Place.Position> of(String written) {
        Matcher found = WRITTEN.matcher(written);
        if (!found.matches()) {
            return Optional.empty();
        }
        double lat = Double.parseDouble(found.group(1));
        double lon = Double.parseDouble(found.group(2));
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
                ? Optional.of(new Place.Position(lat, lon))
                : Optional.empty();
    }
}
