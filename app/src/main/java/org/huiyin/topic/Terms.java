package org.huiyin.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.text.Plain;
import org.huiyin.text.Words;

/** Messages as weighed words, each brought to length 1: what both say and few others do makes two of them near. */
final class Terms {

    private static final int LONGEST = 600;
    private static final int LEAST_LETTERS = 2;
    private static final double TITLE = 3;
    private static final int STRONGEST = 60;

    /** A word in more than one in ten messages tells no topic from another. */
    private static final double MOST_COMMON = 0.1;

    /** So few messages may well all speak of one thing, and then what all of them say is what tells it. */
    private static final int FEW = 30;

    private final List<Map<String, Double>> vectors = new ArrayList<>();

    Terms(List<Message> messages) {
        Words words = new Words();
        List<Map<String, Double>> counts =
                messages.parallelStream().map(message -> counts(words, message)).toList();
        Map<String, Integer> having = new HashMap<>();
        counts.forEach(one -> one.keySet().forEach(word -> having.merge(word, 1, Integer::sum)));
        double most = Math.max(FEW, MOST_COMMON * messages.size());
        double all = messages.size() + 1;
        for (Map<String, Double> one : counts) {
            Map<String, Double> vector = new HashMap<>();
            one.forEach((word, count) -> {
                int has = having.getOrDefault(word, 1);
                if (has > 1 && has <= most) {
                    vector.put(word, (1 + Math.log(count)) * Math.log(all / has));
                }
            });
            vectors.add(even(strongest(vector)));
        }
    }

    Map<String, Double> of(int message) {
        return vectors.get(message);
    }

    /** What is left out hardly weighs and would be compared with everything. */
    private static Map<String, Double> strongest(Map<String, Double> vector) {
        Map<String, Double> strongest = new HashMap<>();
        vector.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(STRONGEST)
                .forEach(word -> strongest.put(word.getKey(), word.getValue()));
        return strongest;
    }

    private static Map<String, Double> counts(Words words, Message message) {
        Map<String, Double> counts = new HashMap<>();
        add(words, message.without(message.title()), TITLE, counts);
        add(words, message.without(message.body()), 1, counts);
        return counts;
    }

    private static void add(Words words, String text, double weight, Map<String, Double> counts) {
        List<String> cut = words.of(Plain.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        for (int i = 0; i < cut.size(); i++) {
            if (cut.get(i).length() >= LEAST_LETTERS) {
                counts.merge(cut.get(i), weight, Double::sum);
            }
            if (i > 0) {
                counts.merge(cut.get(i - 1) + cut.get(i), weight, Double::sum);
            }
        }
    }

    static Map<String, Double> even(Map<String, Double> vector) {
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        if (length > 0) {
            vector.replaceAll((word, weight) -> weight / length);
        }
        return vector;
    }

    static double alike(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> less = one.size() <= other.size() ? one : other;
        Map<String, Double> more = less == one ? other : one;
        double sum = 0;
        for (Map.Entry<String, Double> word : less.entrySet()) {
            sum += word.getValue() * more.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }
}
