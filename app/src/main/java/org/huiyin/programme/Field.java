package org.huiyin.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param type how a value is kept: text → String, integer → Long, number → BigDecimal, truth → Boolean, date → ISO String,
 *     instant → ISO String in UTC, unit → Long, units → List of Long, place → String code, choice → String, choices → List of String,
 *     matter → String number, position → String "latitude,longitude" in WGS-84 degrees, track → String as {@link Track} writes it
 * @param minimum least length of a text in characters (code points), least value of a number, or least number of days from today of a date
 * @param maximum the same for the most; of units and choices the greatest number of them
 * @param seen who may read it
 */
public record Field(
        String name,
        Text title,
        @Nullable Text hint,
        Type type,
        boolean required,
        @Nullable Long minimum,
        @Nullable Long maximum,
        List<Choice> choices,
        Seen seen,
        boolean importOnly) {

    /** The same field where it has to be filled in. */
    public Field asRequired() {
        return new Field(name, title, hint, type, true, minimum, maximum, choices, seen, importOnly);
    }

    /** A text cut to the greatest length it may have here; anything else as it is. */
    Object shortened(Object value) {
        return maximum != null
                        && value instanceof String text
                        && (type == Type.TEXT || type == Type.LONG_TEXT)
                        && text.codePointCount(0, text.length()) > maximum
                ? text.substring(0, text.offsetByCodePoints(0, maximum.intValue()))
                : value;
    }

    /** What kind of value, and with it what kind of input. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        PHONE,
        INTEGER,
        NUMBER,
        TRUTH,
        DATE,
        INSTANT,
        CHOICE,
        CHOICES,
        UNIT,
        UNITS,
        PLACE,
        MATTER,
        POSITION,
        TRACK
    }

    /** Who may read a field's value: each fewer than the one before. */
    public enum Seen {
        PUBLIC,
        MASKED,
        RAISER,
        HANDLERS,
        /** The handlers, but never the unit complained of: it may say who complained. */
        SHIELDED,
        SEALED
    }

    /** One answer that may be chosen. */
    public record Choice(String value, Text title) {}
}
