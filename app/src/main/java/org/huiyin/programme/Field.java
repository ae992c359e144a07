package org.huiyin.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param type how a value is kept: text → String, integer → Long, number → BigDecimal, truth → Boolean, date → ISO String, unit → Long,
 *     units → List of Long, place → String code, choice → String, choices → List of String, matter → String number
 * @param minimum least length of a text or least value of a number
 * @param maximum greatest length of a text or greatest value of a number
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
        POSITION
    }

    /** Who may read a field's value. */
    public enum Seen {
        PUBLIC,
        MASKED,
        RAISER,
        HANDLERS,
        SEALED
    }

    /** One answer that may be chosen. */
    public record Choice(String value, Text title) {}
}
