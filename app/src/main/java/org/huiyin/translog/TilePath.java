package org.huiyin.translog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile or of a bundle of entries, behind {@code /log/tile/} (c2sp.org/tlog-tiles).
 *
 * @param level of the tile; {@link #ENTRIES} for entries
 * @param width how many hashes or entries are wanted: 256 of a full one
 */
record TilePath(int level, long number, int width) {

    static final int ENTRIES = -1;

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<level>entries|0|[1-9][0-9]?)/(?<number>(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");
    private static final int HIGHEST_LEVEL = 63;

    /** Empty when it is none, or not written in the one way it may be. */
    static Optional<TilePath> parse(String written) {
        Matcher match = WRITTEN.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        String level = match.group("level");
        String width = match.group("width");
        TilePath path = new TilePath(
                level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                Long.parseLong(match.group("number").replaceAll("[x/]", "")),
                width == null ? Tiles.WIDTH : Integer.parseInt(width));
        boolean sane = path.level <= HIGHEST_LEVEL && (width == null || path.width < Tiles.WIDTH);
        return sane && path.toString().equals(written) ? Optional.of(path) : Optional.empty();
    }

    Tiles.Place place() {
        return new Tiles.Place(Math.max(level, 0), number);
    }

    boolean entries() {
        return level == ENTRIES;
    }

    @Override
    public String toString() {
        String digits = Long.toString(number);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder written = new StringBuilder(entries() ? "entries" : Integer.toString(level));
        for (int from = 0; from < digits.length(); from += 3) {
            boolean last = from + 3 == digits.length();
            written.append(last ? "/" : "/x").append(digits, from, from + 3);
        }
        return width == Tiles.WIDTH ? written.toString() : written + ".p/" + width;
    }
}
