package org.huiyin.activity;

import java.util.List;
import java.util.Set;
import org.huiyin.programme.FieldError;

/** What comes of asking for something to be done about an activity. Every caller answers every case. */
public sealed interface Tried {

    /**
     * It is done and on disk.
     *
     * @param deeds what was written down; empty when the same was asked before under the same key
     */
    record Done(long activity, int version, List<Deed> deeds) implements Tried {}

    /** There is none with that number. */
    record NoSuch(long activity) implements Tried {}

    /** Not for this person. */
    record NotYours() implements Tried {}

    /** Somebody acted in between. */
    record Stale(int expected, int actual) implements Tried {}

    /** The key was used for something else. */
    record KeyReused() implements Tried {}

    /** The rules say no, for all these reasons. */
    record Refused(Set<Wrong> why, List<FieldError> fields) implements Tried {

        static Refused of(Wrong why) {
            return new Refused(Set.of(why), List.of());
        }
    }
}
