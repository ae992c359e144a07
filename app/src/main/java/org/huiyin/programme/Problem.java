package org.huiyin.programme;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong in a definition, where it stands and what to do about it.
 *
 * @param line counted from 1; 0 when the whole file is meant
 * @param path JSON path of the place, such as {@code $.steps.dispatch.from[0]}
 * @param slug names the message, {@code args} fill it
 * @param suggestion the name that was probably meant; "" for none
 */
public record Problem(
        String file, int line, int column, String path, String slug, List<Object> args, String suggestion) {

    /** The sentence an author reads. */
    public String text(Locale locale) {
        String sentence = Phrases.of(locale).say("problem." + slug, args);
        return suggestion.isEmpty()
                ? sentence
                : sentence + Phrases.of(locale).say("problem.meant", List.of(suggestion));
    }

    /** {@code file:line:column: path: sentence}, as editors understand it. */
    public String line(Locale locale) {
        return file + ":" + line + ":" + column + ": " + path + ": " + text(locale);
    }
}
