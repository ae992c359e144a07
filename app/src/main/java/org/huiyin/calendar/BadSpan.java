package org.huiyin.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit, a pause or a time from which no deadline follows. {@link #slug()} and {@link #arguments()} say why in any language
 * ({@code calendar.refused.<slug>}); the message says it in English.
 */
public final class BadSpan extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final transient List<Object> arguments;

    public BadSpan(String slug, String message, Object... arguments) {
        this(null, slug, message, arguments);
    }

    public BadSpan(@Nullable Exception cause, String slug, String message, Object... arguments) {
        super(message, cause);
        this.slug = slug;
        this.arguments = List.of(arguments);
    }

    public String slug() {
        return slug;
    }

    /** What fills the gaps of the words. */
    public List<Object> arguments() {
        return arguments;
    }
}
