package org.huiyin.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.text.IndexQuery;
import org.huiyin.text.Sought;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: words, and what narrows them; everything empty or null narrows nothing.
 *
 * @param meant what else each word may stand for: places and units of that name, as {@link Vector} writes them
 * @param lists of which programme, and which of its lists, as {@link org.huiyin.programme.Choices} writes them; states and categories likewise
 * @param unit the lead or a co-handler
 * @param since only matters raised then or later
 * @param until only matters raised before
 * @param channel by which way it came in
 */
record Asked(
        Sought sought,
        Map<String, List<String>> meant,
        List<String> lists,
        List<String> states,
        @Nullable Integer unit,
        String place,
        List<String> categories,
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
            List<String> ways = new ArrayList<>(List.of(IndexQuery.phrase(word, weights)));
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
                sought.words().stream()
                        .map(word -> IndexQuery.phrase(word, weights))
                        .toList());
    }

    /** Each stretch as it was typed, with these weights. */
    String exactly(String weights) {
        return String.join(
                " & ",
                sought.whole().stream()
                        .map(word -> IndexQuery.phrase(word, weights))
                        .toList());
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

    private static String lexeme(String sign, String weights) {
        return "'" + sign + "'" + (weights.isEmpty() ? "" : ":" + weights);
    }
}
