package org.huiyin.org;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere a matter can be: from the city down to the households of one staircase.
 *
 * @param code the code of the place; the codes of everything inside begin with it
 * @param parent null for the city
 * @param position null when nobody has placed it on the map
 */
public record Place(
        String code,
        Text name,
        Level level,
        @Nullable String parent,
        @Nullable Position position) {

    /** The kinds of place, outermost first. */
    public enum Level {
        CITY(4),
        COUNTY(6),
        TOWN(9),
        VILLAGE(12),
        GRID(14),
        ESTATE(16),
        BUILDING(19),
        /** The households of one staircase, or ten of a village. */
        GROUP(21);

        private final int codeLength;

        Level(int codeLength) {
            this.codeLength = codeLength;
        }

        /** How many digits a code of this level has. */
        public int codeLength() {
            return codeLength;
        }

        /** The word of the table and of messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A point in WGS-84 degrees. */
    public record Position(double lat, double lon) {

        public Position {
            if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
                throw new IllegalArgumentException("not a position on Earth: " + lat + ", " + lon);
            }
        }

        /** As forms hold it: degrees north, a comma, degrees east; empty for anything else. */
        public static Optional<Position> parse(String written) {
            String[] parts = written.split(",");
            try {
                return parts.length == 2
                        ? Optional.of(new Position(
                                Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no numbers, or not on Earth
            }
        }

        /** How far another is, as the crow flies. */
        public double metresTo(Position other) {
            return Distance.metres(this, other.lat, other.lon);
        }
    }

    private static final List<String> OFFICIAL_ENDINGS = List.of("居民委员会", "村民委员会", "村委会", "居委会");

    /** The name as people say it: 健康巷社区 for 健康巷社区居民委员会. */
    public String shortName(Locale locale) {
        if (locale.getLanguage().equals("en") && !name.en().equals(name.zh())) {
            return name.en();
        }
        for (String ending : OFFICIAL_ENDINGS) {
            if (name.zh().endsWith(ending)) {
                String kept = name.zh().substring(0, name.zh().length() - ending.length());
                return ending.startsWith("村") && !kept.endsWith("村") ? kept + "村" : kept;
            }
        }
        return name.zh();
    }

    /** Whether this place lies in the one with that code, or is it. */
    public boolean within(String prefix) {
        return code.startsWith(prefix);
    }
}
