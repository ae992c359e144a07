package org.huiyin.activity;

import java.util.List;
import java.util.Set;
import org.huiyin.programme.FieldError;

/** What the rules make of something that is asked. */
sealed interface Decided {

    /** The deeds it comes to, in order. */
    record Deeds(List<Deed> deeds) implements Decided {}

    record No(Set<Wrong> why, List<FieldError> fields) implements Decided {}

    static Decided yes(Deed... deeds) {
        return new Deeds(List.of(deeds));
    }

    static Decided no(Wrong why) {
        return new No(Set.of(why), List.of());
    }
}
