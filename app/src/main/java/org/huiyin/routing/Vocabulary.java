package org.huiyin.routing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The features that are learned from.
 *
 * @param rarity how rare each is, by its id: 1 + ln((1 + messages) / (1 + messages that have it))
 */
record Vocabulary(Map<String, Integer> ids, float[] rarity) {

    /** A feature that stands in one message only says nothing about others. */
    private static final int LEAST = 2;

    /**
     * Features chosen from a corpus.
     *
     * @param ids by their number in the corpus; -1 for those left out
     */
    record Chosen(Vocabulary vocabulary, int[] ids) {

        Vector vector(Corpus.Read message) {
            return Vector.of(message.title().renumbered(ids), message.body().renumbered(ids), vocabulary.rarity());
        }
    }

    /** The most common features of some of a corpus's messages, up to that many. */
    static Chosen of(Corpus corpus, List<Corpus.Read> messages, int most) {
        int[] having = new int[corpus.names().size()];
        int[] lastSeen = new int[having.length];
        int number = 0;
        for (Corpus.Read message : messages) {
            number++;
            for (Counted text : List.of(message.title(), message.body())) {
                for (int feature : text.ids()) {
                    if (lastSeen[feature] != number) {
                        lastSeen[feature] = number;
                        having[feature]++;
                    }
                }
            }
        }
        int[] kept = IntStream.range(0, having.length)
                .filter(feature -> having[feature] >= LEAST)
                .boxed()
                .sorted(Comparator.comparingInt((Integer feature) -> having[feature])
                        .reversed())
                .limit(most)
                .mapToInt(feature -> feature)
                .toArray();
        int[] ids = new int[having.length];
        Arrays.fill(ids, -1);
        Map<String, Integer> named = HashMap.newHashMap(kept.length);
        float[] rarity = new float[kept.length];
        for (int id = 0; id < kept.length; id++) {
            ids[kept[id]] = id;
            named.put(corpus.names().get(kept[id]), id);
            rarity[id] = (float) (1 + Math.log((1.0 + messages.size()) / (1 + having[kept[id]])));
        }
        return new Chosen(new Vocabulary(named, rarity), ids);
    }

    int id(String feature) {
        return ids.getOrDefault(feature, -1);
    }

    Vector vector(Features features, String title, String body) {
        return Vector.of(Counted.of(features.of(title), this::id), Counted.of(features.of(body), this::id), rarity);
    }

    /** The features' names, by id. */
    String[] names() {
        String[] names = new String[ids.size()];
        ids.forEach((name, id) -> names[id] = name);
        return names;
    }
}
