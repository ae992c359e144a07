package org.huiyin.matter;

import org.jspecify.annotations.Nullable;

/** The machine failed, not the asker: nothing is known to be stored, and asking again with the same key is safe. */
public final class DeskFault extends RuntimeException {

    public DeskFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
