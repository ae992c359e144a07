package org.huiyin.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.org.Place;
import org.huiyin.org.Reach;

/** What an entry is found by: each sign and each pair of signs of its texts, its number, and where it lies, so that one index knows it all. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    /** The tokens of an entry. */
    static List<String> of(Entry entry, String label, Collection<String> texts) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add("r:" + entry.register());
        tokens.add("s:" + entry.state().key());
        tokens.add("u:" + entry.unit());
        tokens.add("n:" + label.toLowerCase(Locale.ROOT));
        for (Place.Level level : Place.Level.values()) {
            if (entry.place().length() >= level.codeLength()) {
                tokens.add("p:" + entry.place().substring(0, level.codeLength()));
            }
        }
        tokens.add("p:" + entry.place());
        texts.forEach(text -> tokens.addAll(text.startsWith("h:") ? List.of(text) : grams(text)));
        return List.copyOf(tokens);
    }

    /** Each sign and each pair of neighbouring signs. */
    private static List<String> grams(String text) {
        String plain = plain(text);
        List<String> grams = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            grams.add("w:" + plain.charAt(i));
            if (i + 1 < plain.length()) {
                grams.add("w:" + plain.substring(i, i + 2));
            }
        }
        return grams;
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** The search in PostgreSQL's words; "" when nothing can be looked for. */
    static String query(EntryFilter filter, String hashed) {
        List<String> all = new ArrayList<>(
                List.of("r:" + filter.register(), "s:" + filter.state().key()));
        String plain = plain(filter.words());
        if (!hashed.isEmpty()) {
            all.add(hashed);
        } else if (plain.isEmpty()) {
            return "";
        } else if (plain.length() == 1) {
            all.add("w:" + plain);
        } else {
            for (int i = 0; i + 1 < plain.length(); i++) {
                all.add("w:" + plain.substring(i, i + 2));
            }
        }
        if (!filter.place().isEmpty()) {
            all.add("p:" + filter.place());
        }
        if (filter.unit() != null) {
            all.add("u:" + filter.unit());
        }
        String query = all.stream().map(Words::quoted).collect(Collectors.joining(" & "));
        return query + reached(filter.reach());
    }

    private static String reached(Reach reach) {
        if (reach.everywhere()) {
            return "";
        }
        List<String> any = new ArrayList<>();
        reach.units().forEach(unit -> any.add("u:" + unit));
        reach.places().forEach(place -> any.add("p:" + place));
        return any.isEmpty()
                ? " & 'nobody'"
                : any.stream().map(Words::quoted).collect(Collectors.joining(" | ", " & (", ")"));
    }

    private static String quoted(String token) {
        return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
