package org.huiyin.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.matter.Matter;
import org.huiyin.text.Grams;
import org.huiyin.text.Spelling;

/**
 * A matter in which what was looked for was found, with the places marked where it stands.
 *
 * @param text a stretch of what was said, around the words; empty when they stand in the title alone
 * @param place as far as the reader may know it
 * @param everybodys whether the reader sees what everybody sees of it, on the page for everybody
 */
public record Match(Matter matter, List<Piece> title, List<Piece> text, String place, boolean everybodys) {

    private static final int STRETCH = 90;
    private static final int BEFORE = 24;

    /** Part of a text; marked when it is what was looked for. */
    public record Piece(String text, boolean marked) {}

    /** Looks for every word in what the reader may read; empty when one is not there. */
    static Optional<Match> in(Readable readable, Asked asked) {
        Set<String> missing = new HashSet<>(asked.sought().words());
        missing.removeIf(
                word -> asked.meant().getOrDefault(word, List.of()).stream().anyMatch(readable::tells));
        missing.removeIf(word -> holds(readable.title(), word));
        String best = "";
        long most = 0;
        for (String text : readable.texts()) {
            missing.removeIf(word -> holds(text, word));
            String even = Spelling.of(text);
            long held = asked.sought().words().stream().filter(even::contains).count();
            if (held > most && !text.equals(readable.title())) {
                best = text;
                most = held;
            }
        }
        if (!missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                readable.matter(),
                marked(readable.title(), asked, 0, readable.title().length()),
                most == 0 ? List.of() : around(best, asked),
                readable.place(),
                readable.everybodys()));
    }

    /** A matter that was named by its number. */
    static Match whole(Readable readable) {
        return new Match(
                readable.matter(),
                List.of(new Piece(readable.title(), false)),
                List.of(),
                readable.place(),
                readable.everybodys());
    }

    private static boolean holds(String text, String word) {
        return stands(Spelling.of(text), word);
    }

    /** Whether a word stands in a text, both in the one spelling. */
    static boolean stands(String even, String word) {
        return even.contains(word) || close(even).contains(word);
    }

    /** Without what stands between words: the index knows no blanks either. */
    private static String close(String even) {
        StringBuilder close = new StringBuilder(even.length());
        even.chars()
                .filter(sign -> Grams.isChinese((char) sign) || Grams.isPartOfWord((char) sign))
                .forEach(sign -> close.append((char) sign));
        return close.toString();
    }

    private static List<Piece> around(String text, Asked asked) {
        String even = Spelling.of(text);
        int first = asked.sought().words().stream()
                .mapToInt(even::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = whole(text, Math.max(0, first - BEFORE));
        int to = whole(text, Math.min(text.length(), from + STRETCH));
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        pieces.addAll(marked(text, asked, from, to));
        if (to < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return pieces;
    }

    /** A place in a text that does not part two halves of one sign. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Piece> marked(String text, Asked asked, int from, int to) {
        String even = Spelling.of(text);
        List<String> words = asked.sought().words().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<Piece> pieces = new ArrayList<>();
        int plain = from;
        int at = from;
        while (at < to) {
            int here = at;
            String word = words.stream()
                    .filter(one -> even.startsWith(one, here))
                    .findFirst()
                    .orElse("");
            if (word.isEmpty()) {
                at++;
                continue;
            }
            if (plain < at) {
                pieces.add(new Piece(text.substring(plain, at), false));
            }
            plain = Math.min(to, at + word.length());
            pieces.add(new Piece(text.substring(at, plain), true));
            at = plain;
        }
        if (plain < to) {
            pieces.add(new Piece(text.substring(plain, to), false));
        }
        return pieces;
    }
}
