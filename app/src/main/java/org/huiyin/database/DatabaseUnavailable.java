package org.huiyin.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as asked; the message is one sentence for the person at the console. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String sentence) {
        this(sentence, null);
    }

    public DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
