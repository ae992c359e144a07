package org.huiyin.sheet;

import java.util.List;

/** A file that is not taken apart: what it is not, in the words of a message. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final transient List<Object> arguments;

    Unreadable(String slug, Object... arguments) {
        super(slug, null, false, false);
        this.slug = slug;
        this.arguments = List.of(arguments);
    }

    /** The key of what is said about it. */
    String key() {
        return "sheet.unreadable." + slug;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
