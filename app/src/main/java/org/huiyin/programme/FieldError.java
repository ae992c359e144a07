package org.huiyin.programme;

import java.util.List;
import java.util.Locale;

/** One field that is missing or wrong; {@code slug} names the message, {@code args} fill it. */
public record FieldError(String field, String slug, List<Object> args) {

    /** The sentence a person reads: what is wrong, why, what to do. Message key {@code programme.field-error.<slug>}. */
    public String text(Locale locale) {
        return Phrases.of(locale).say("field-error." + slug, args);
    }
}
