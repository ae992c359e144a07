package org.huiyin.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All messages that are learned from, each read once, with every feature numbered as it first came. */
record Corpus(List<Read> messages, List<String> names) {

    private static final int AT_ONCE = 500;

    /** A message as it was read. */
    record Read(Labelled message, Counted title, Counted body) {}

    private record Cut(Labelled message, Map<String, Integer> title, Map<String, Integer> body) {}

    static Corpus of(Features features, List<Labelled> messages) {
        Map<String, Integer> numbers = new HashMap<>(1 << 20);
        List<String> names = new ArrayList<>();
        List<Read> read = new ArrayList<>(messages.size());
        for (int from = 0; from < messages.size(); from += AT_ONCE) {
            List<Cut> cut = messages.subList(from, Math.min(from + AT_ONCE, messages.size())).parallelStream()
                    .map(one -> new Cut(one, features.of(one.title()), features.of(one.body())))
                    .toList();
            for (Cut one : cut) {
                read.add(new Read(
                        one.message(),
                        Counted.of(one.title(), feature -> number(feature, numbers, names)),
                        Counted.of(one.body(), feature -> number(feature, numbers, names))));
            }
        }
        return new Corpus(read, names);
    }

    private static int number(String feature, Map<String, Integer> numbers, List<String> names) {
        Integer known = numbers.putIfAbsent(feature, names.size());
        if (known == null) {
            names.add(feature);
            return names.size() - 1;
        }
        return known;
    }
}
