package org.huiyin.sheet;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.huiyin.frame.Texts;
import org.huiyin.programme.Text;

/**
 * A column of a table that may be taken in: found by its name in either language.
 *
 * @param key what the intake calls it
 * @param needed whether a table without it is refused
 * @param note what the template says about it; may be empty
 * @param choices what may stand in it, where that is a short list
 */
public record Heading(String key, Text title, Column.Kind kind, boolean needed, Text note, List<Choice> choices) {

    public static final Text NOTHING = new Text("", "");

    public Heading {
        choices = List.copyOf(choices);
    }

    /** One of the things that may stand in a cell. */
    public record Choice(String value, Text title) {}

    /** Headed by a message, as a {@link Column} of the same key is. */
    public static Heading of(Texts texts, String key, Column.Kind kind, boolean needed) {
        return new Heading(key, text(texts, key), kind, needed, note(texts, key), List.of());
    }

    public static Heading of(Texts texts, String key, Column.Kind kind, boolean needed, List<Choice> choices) {
        return new Heading(key, text(texts, key), kind, needed, note(texts, key), choices);
    }

    /** Yes or no. */
    public static Heading truth(Texts texts, String key, boolean needed) {
        return of(
                texts,
                key,
                Column.Kind.TEXT,
                needed,
                List.of(new Choice("true", text(texts, "sheet.yes")), new Choice("false", text(texts, "sheet.no"))));
    }

    /** A message in both languages. */
    public static Text text(Texts texts, String key) {
        return new Text(texts.pattern(Locale.CHINESE, key), texts.pattern(Locale.ENGLISH, key));
    }

    private static Text note(Texts texts, String key) {
        return texts.has(key + ".note") ? text(texts, key + ".note") : NOTHING;
    }

    /** As it is compared: without blanks, stars, brackets and what stands in them, in small letters. */
    static String plain(String written) {
        UnaryOperator<String> bare = text -> text.replaceAll("[（(].*?[)）]", "").replaceAll("[\\s*＊:：·.。]+", "");
        String plain = bare.apply(java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? written.strip().toLowerCase(Locale.ROOT) : plain;
    }

    boolean named(String plain, Locale language) {
        return plain(title.in(language)).equals(plain);
    }
}
