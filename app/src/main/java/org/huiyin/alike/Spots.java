package org.huiyin.alike;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiyin.text.Plain;

/**
 * Names of estates, schools, markets in a text, as numbers to compare. A name has no mark where it begins; its last two characters and the
 * kind of place after them tell it from others well enough within a city.
 */
final class Spots {

    private static final String KINDS = "/alike/spots.txt";
    private static final int MOST = 20;
    /** Two letters of the name come before. */
    private static final int FIRST_KIND = 2;

    /** By the sign they begin with, in the order of the file. */
    private static final Map<Integer, List<String>> BY_FIRST =
            kinds().stream().collect(Collectors.groupingBy(kind -> (int) kind.charAt(0)));

    private static final BitSet FIRST = first();

    private Spots() {}

    static int[] of(String text) {
        return ofPlain(Plain.of(text));
    }

    /** The same of what is in one spelling already. */
    static int[] ofPlain(String plain) {
        IntStream.Builder names = IntStream.builder();
        int from = 0;
        for (int at = FIRST_KIND; at < plain.length(); at++) {
            // Hardly any sign begins a kind: it is looked at before anything else.
            if (FIRST.get(plain.charAt(at))) {
                int start = start(plain, from, at);
                int length = start < 0 ? 0 : kind(plain, at);
                if (length > 0) {
                    from = at + length;
                    names.add(Imprint.mixed(plain.substring(start, from).hashCode()));
                    at = from - 1;
                }
            }
        }
        return names.build().distinct().limit(MOST).toArray();
    }

    /** Where the two letters before the kind begin; -1 if they are none, or part of the name before. */
    private static int start(String plain, int from, int kind) {
        int start = kind;
        for (int letters = 0; letters < 2; letters++) {
            if (start <= from) {
                return -1;
            }
            int letter = plain.codePointBefore(start);
            start -= Character.charCount(letter);
            if (start < from || !names(letter)) {
                return -1;
            }
        }
        return start;
    }

    private static boolean names(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= '0' && letter <= '9'
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }

    /** How long the kind is that stands here; 0 if none does. */
    private static int kind(String plain, int at) {
        for (String kind : BY_FIRST.getOrDefault((int) plain.charAt(at), List.of())) {
            if (plain.startsWith(kind, at)) {
                return kind.length();
            }
        }
        return 0;
    }

    private static BitSet first() {
        BitSet first = new BitSet();
        BY_FIRST.keySet().forEach(first::set);
        return first;
    }

    private static List<String> kinds() {
        try (InputStream file = Spots.class.getResourceAsStream(KINDS)) {
            if (file == null) {
                throw new IllegalStateException(KINDS + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(KINDS + " cannot be read", e);
        }
    }
}
