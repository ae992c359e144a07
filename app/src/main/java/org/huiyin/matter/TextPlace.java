package org.huiyin.matter;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.privacy.Correction;

/**
 * A text of a matter: what was written in a field of a step.
 *
 * @param seq the step's place in the matter's life
 */
public record TextPlace(int seq, String field) {

    /** The fields of a step that corrects what is blanked. */
    public static final String TEXT = "text-of";

    public static final String FROM = "from-sign";
    public static final String TO = "to-sign";
    public static final String HOW = "correction";
    public static final String RELEASE = "release";
    public static final String BLANK = "blank";

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,5})\\.([a-z][a-z0-9-]{0,39})");

    /** A place in a text that a person decided about. */
    public record Corrected(TextPlace place, Correction correction) {}

    /** As it is written in a step: {@code 1.description}. */
    @Override
    public String toString() {
        return seq + "." + field;
    }

    public static Optional<TextPlace> parse(String written) {
        Matcher read = WRITTEN.matcher(written);
        return read.matches()
                ? Optional.of(new TextPlace(Integer.parseInt(read.group(1)), read.group(2)))
                : Optional.empty();
    }

    /** The fields of the step that says so. */
    public Map<String, Object> correcting(Correction correction) {
        return Map.of(
                TEXT,
                toString(),
                HOW,
                correction.release() ? RELEASE : BLANK,
                FROM,
                (long) correction.from(),
                TO,
                (long) correction.to());
    }

    /** What a correcting step decided; nothing where it does not make sense. */
    public static Optional<Corrected> corrected(Map<String, Object> fields) {
        if (!(fields.get(FROM) instanceof Number from) || !(fields.get(TO) instanceof Number to)) {
            return Optional.empty();
        }
        if (from.intValue() < 0 || to.intValue() <= from.intValue()) {
            return Optional.empty();
        }
        boolean release = RELEASE.equals(fields.get(HOW));
        return parse(String.valueOf(fields.get(TEXT)))
                .map(place -> new Corrected(place, new Correction(release, from.intValue(), to.intValue())));
    }
}
