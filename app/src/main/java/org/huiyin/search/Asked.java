package org.huiyin.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.text.Grams;
import org.huiyin.text.Sought;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: words, and what narrows them; everything empty or null narrows nothing.
 *
 * @param meant what else each word may stand for: places and units of that name, as {@link Vector} writes them
 * @param unit the lead or a co-handler
 * @param since only matters raised then or later
 * @param until only matters raised before
 * @param channel by which way it came in
 */
record Asked(
        Sought sought,
        Map<String, List<String>> meant,
        String list,
        String state,
        @Nullable Integer unit,
        String place,
        String category,
        @Nullable Instant since,
        @Nullable Instant until,
        String channel) {

    Asked {
        meant = new LinkedHashMap<>(meant);
    }

    /** What must be found, each word or what it stands for, with these weights; empty for all. */
    String everything(String weights) {
        List<String> all = new ArrayList<>();
        for (String word : sought.words()) {
            List<String> ways = new ArrayList<>(List.of(phrase(word, weights)));
            meant.getOrDefault(word, List.of()).forEach(sign -> ways.add(lexeme(sign, weights)));
            all.add("(" + String.join(" | ", ways) + ")");
        }
        if (!channel.isEmpty()) {
            all.add(lexeme(Vector.channel(channel), weights));
        }
        return String.join(" & ", all);
    }

    /** Every word itself, with these weights. */
    String words(String weights) {
        return String.join(
                " & ",
                sought.words().stream().map(word -> phrase(word, weights)).toList());
    }

    /** Each stretch as it was typed, with these weights. */
    String exactly(String weights) {
        return String.join(
                " & ",
                sought.whole().stream().map(word -> phrase(word, weights)).toList());
    }

    /** Narrows a query to stretches of numbers; empty for any. */
    static String within(List<Long> stretches, String query) {
        if (stretches.isEmpty()) {
            return query;
        }
        String any = String.join(
                " | ", stretches.stream().map(n -> lexeme("#w" + n, "")).toList());
        return "(" + any + ")" + (query.isEmpty() ? "" : " & " + query);
    }

    /** Neighbouring signs in their order. A sign at the end may go on in the text, and so may a word of letters. */
    private static String phrase(String stretch, String weights) {
        List<Grams.Gram> grams = Grams.of(stretch);
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < grams.size(); i++) {
            Grams.Gram gram = grams.get(i);
            boolean last = gram.position() == grams.getLast().position();
            boolean endOfRun =
                    gram.to() - gram.from() == 1 && i > 0 && grams.get(i - 1).to() == gram.to();
            if (endOfRun || gram.tail()) {
                continue;
            }
            boolean open = last && (gram.chinese() ? gram.gram().length() == 1 : letters(gram.gram()));
            String written = "'" + gram.gram() + "':" + (open ? "*" : "") + weights;
            parts.add((parts.isEmpty() ? "" : " <" + (gram.position() - at) + "> ")
                    + (written.endsWith(":") ? written.substring(0, written.length() - 1) : written));
            at = gram.position();
        }
        return "(" + String.join("", parts) + ")";
    }

    private static boolean letters(String word) {
        return word.length() > 2 && word.chars().noneMatch(Character::isDigit);
    }

    private static String lexeme(String sign, String weights) {
        return "'" + sign + "'" + (weights.isEmpty() ? "" : ":" + weights);
    }
}
