package org.huiyin.publicity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form by which anybody objects.
 *
 * @param kind matter or ranking
 * @param what the number of the matter or of the ranking
 * @param title what it objects to
 * @param until until when; null where only trying tells
 * @param key of this form: pressed twice, it is one objection
 * @param words what was typed and not taken
 * @param error why; null at first
 */
public record ObjectionForm(
        String kind,
        String what,
        String title,
        String href,
        @Nullable Instant until,
        String key,
        String words,
        @Nullable String error) {

    ObjectionForm refused(String typed, String why) {
        return new ObjectionForm(kind, what, title, href, until, key, typed, why);
    }
}
