package org.huiyin.register;

import java.util.List;
import org.huiyin.programme.FieldError;

/** What comes of asking that something be written down. */
public sealed interface FactOutcome {

    /** It was written down, with this or with an earlier request of the same key. */
    record Kept(Entry entry) implements FactOutcome {}

    /** It was not, and neither was anything asked together with it. */
    record Refused(List<FieldError> errors) implements FactOutcome {

        public Refused {
            errors = List.copyOf(errors);
        }

        static Refused of(String field, String slug, Object... args) {
            return new Refused(List.of(new FieldError(field, "register-" + slug, List.of(args))));
        }
    }

    /** Nothing is wrong with it, but with something asked together with it. */
    record Withheld() implements FactOutcome {}

    default boolean refused() {
        return this instanceof Refused;
    }
}
