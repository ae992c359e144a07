package org.huiyin.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that make no calendar. {@link #slug()} and {@link #arguments()} say why in any language ({@code calendar.refused.<slug>}); the message
 * says it in English for whoever works at a console.
 */
public final class BadCalendar extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final transient List<Object> arguments;

    BadCalendar(String slug, String message, Object... arguments) {
        this(null, slug, message, arguments);
    }

    BadCalendar(@Nullable Exception cause, String slug, String message, Object... arguments) {
        super(message, cause);
        this.slug = slug;
        this.arguments = List.of(arguments);
    }

    /** What somebody gave for a date is none. */
    public static BadCalendar noDate(String given) {
        return new BadCalendar("no-date", "\"" + given + "\" is no date; write 2027-01-04", given);
    }

    public String slug() {
        return slug;
    }

    /** What fills the gaps of the words. */
    public List<Object> arguments() {
        return arguments;
    }
}
