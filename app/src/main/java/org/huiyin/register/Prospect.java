package org.huiyin.register;

import java.util.List;
import org.huiyin.programme.FieldError;
import org.jspecify.annotations.Nullable;

/** A fact with whom it belongs to found. The entry is the one that will stand; null when something is wrong. */
record Prospect(Draft draft, @Nullable Entry standing, List<FieldError> errors) {

    boolean fine() {
        return errors.isEmpty();
    }

    Entry entry() {
        if (standing == null) {
            throw new IllegalStateException("a refused fact has no entry");
        }
        return standing;
    }

    Draft.After after() {
        Draft.After after = draft.after();
        if (after == null) {
            throw new IllegalStateException("a refused fact says nothing");
        }
        return after;
    }

    /** Two requests of one batch are never the same, however alike. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
