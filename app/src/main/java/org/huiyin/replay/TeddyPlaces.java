package org.huiyin.replay;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.programme.Text;

/** The places of the pseudonymous province: cities {@code A市} … and in them districts {@code A3区}, counties {@code A7县} and towns {@code B9市}. */
final class TeddyPlaces {

    private static final Pattern INNER = Pattern.compile("(?<![A-Z0-9])([A-Z])(\\d{1,3})([区县市])");
    private static final Pattern CITY = Pattern.compile("(?<![A-Z0-9])([A-Z])市");

    private TeddyPlaces() {}

    /** The first place named, the innermost kind first; empty when none is. */
    static List<Text> spot(String title, String message) {
        for (String text : List.of(title, message)) {
            Matcher inner = INNER.matcher(text);
            if (inner.find()) {
                return List.of(city(inner.group(1)), inner(inner.group(1) + inner.group(2), inner.group(3)));
            }
            Matcher city = CITY.matcher(text);
            if (city.find()) {
                return List.of(city(city.group(1)));
            }
        }
        return List.of();
    }

    private static Text city(String letter) {
        return new Text(letter + "市", "City " + letter);
    }

    private static Text inner(String name, String kind) {
        return new Text(
                name + kind,
                switch (kind) {
                            case "区" -> "District ";
                            case "县" -> "County ";
                            default -> "Town ";
                        }
                        + name);
    }
}
