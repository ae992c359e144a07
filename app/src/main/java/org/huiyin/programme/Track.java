package org.huiyin.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The way somebody went, as a phone recorded it. Written {@code latitude,longitude,seconds;…}: degrees of WGS-84 with at most five decimals
 * (a metre), whole seconds since 1970 UTC, in the order of time.
 */
public record Track(List<Fix> fixes) {

    /** The most fixes a way may have; phones leave out every second one when there are more. */
    public static final int MOST = 2000;

    /** More characters are not read at all. */
    static final int LONGEST = MOST * 40;

    private static final Pattern FIX =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,12})?),(-?\\d{1,3}(?:\\.\\d{1,12})?),(\\d{9,10})");

    public Track {
        fixes = List.copyOf(fixes);
    }

    /** Where the phone was at a second. */
    public record Fix(double latitude, double longitude, long second) {}

    /** Empty when it is not written so, goes back in time, or has fewer than two fixes or more than {@link #MOST}. */
    public static Optional<Track> parse(String written) {
        List<Fix> fixes = new ArrayList<>();
        for (String one : written.strip().split(";", MOST + 2)) {
            Matcher found = FIX.matcher(one.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            Fix fix = new Fix(
                    Double.parseDouble(found.group(1)),
                    Double.parseDouble(found.group(2)),
                    Long.parseLong(found.group(3)));
            boolean backwards = !fixes.isEmpty() && fix.second < fixes.getLast().second;
            if (backwards || Math.abs(fix.latitude) > 90 || Math.abs(fix.longitude) > 180) {
                return Optional.empty();
            }
            fixes.add(fix);
        }
        return fixes.size() < 2 || fixes.size() > MOST ? Optional.empty() : Optional.of(new Track(fixes));
    }

    @Override
    public String toString() {
        return fixes.stream()
                .map(fix -> String.format(Locale.ROOT, "%.5f,%.5f,%d", fix.latitude, fix.longitude, fix.second))
                .collect(Collectors.joining(";"));
    }
}
