package org.huiyin.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.programme.Field;
import org.huiyin.programme.Field.Seen;
import org.huiyin.programme.Field.Type;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;

/**
 * The raise form as it is shown: for the first time, or again with everything that was filled in.
 *
 * @param key the idempotency key, made when the page was first asked for
 * @param refused why it was not taken as a whole; null while nothing was refused
 */
public record RaiseForm(
        Intake.Beginning beginning,
        String key,
        Form form,
        Filled filled,
        Options options,
        HandedIn photos,
        @Nullable String refused,
        boolean onBehalf) {

    public String programme() {
        return beginning.programme().name();
    }

    /** The questions of the form, in the order they are asked. */
    public enum Question {
        WHAT,
        WHERE,
        MORE,
        WHO;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fields under a question: texts up to the place say what, places and spots where, sealed ones who; the rest is more. */
    public List<Field> fields(Question question) {
        List<Field> fields = new ArrayList<>();
        boolean placed = false;
        for (Field field : form.fields()) {
            placed |= field.type() == Type.PLACE;
            if (question(field, placed) == question) {
                fields.add(field);
            }
        }
        if (question == Question.WHO) {
            fields.sort(Comparator.comparing((Field field) -> field.type() == Type.TRUTH));
        }
        return fields;
    }

    private static Question question(Field field, boolean placed) {
        if (field.type() == Type.PLACE
                || field.type() == Type.POSITION
                || field.name().equals("where")) {
            return Question.WHERE;
        }
        if (field.seen() == Seen.SEALED || field.type() == Type.TRUTH) {
            return Question.WHO;
        }
        return placed ? Question.MORE : Question.WHAT;
    }

    /** Whether something under "more" was filled in or is wrong, so that it must not stay folded. */
    public boolean moreOpen() {
        return onBehalf
                || fields(Question.MORE).stream()
                        .anyMatch(field -> !filled.value(field.name()).isEmpty()
                                || filled.errors().stream()
                                        .anyMatch(e -> e.field().equals(field.name())));
    }

    public boolean wrong() {
        return refused != null || photos.error() != null || !filled.errors().isEmpty();
    }
}
