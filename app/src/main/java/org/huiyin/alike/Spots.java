package org.huiyin.alike;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiyin.text.Plain;

/**
 * Names of estates, schools, markets in a text, as numbers to compare. A name has no mark where it begins; its last two characters and the
 * kind of place after them tell it from others well enough within a city.
 */
final class Spots {

    private static final String KINDS = "/alike/spots.txt";
    private static final int MOST = 20;
    private static final Pattern NAME = pattern(kinds());

    private Spots() {}

    static int[] of(String text) {
        Matcher names = NAME.matcher(Plain.of(text));
        return names.results()
                .mapToInt(found -> Imprint.mixed(found.group().hashCode()))
                .distinct()
                .limit(MOST)
                .toArray();
    }

    /** Looks at the sign a kind would begin with before anything else: hardly any sign does. */
    private static Pattern pattern(List<String> kinds) {
        String first =
                kinds.stream().map(kind -> Pattern.quote(kind.substring(0, 1))).collect(Collectors.joining());
        return Pattern.compile("(?=..[" + first + "])[\\p{IsHan}a-z0-9]{2}(?:"
                + kinds.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");
    }

    private static List<String> kinds() {
        try (InputStream file = Spots.class.getResourceAsStream(KINDS)) {
            if (file == null) {
                throw new IllegalStateException(KINDS + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(KINDS + " cannot be read", e);
        }
    }
}
