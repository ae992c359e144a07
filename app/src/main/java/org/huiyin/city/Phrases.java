package org.huiyin.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Names and turns of speech, found by their place in the file: {@code comments.good}. */
final class Phrases {

    private final Map<?, ?> written;

    private Phrases(Map<?, ?> written) {
        this.written = written;
    }

    static Phrases of(String city) {
        return new Phrases(CityYaml.read(city, "phrases.yaml", Map.class));
    }

    /** One of the phrases of that name, by chance. */
    String any(String name, RandomGenerator random) {
        List<String> all = all(name);
        return all.get(random.nextInt(all.size()));
    }

    /** A name of a person, put together by chance. */
    String person(RandomGenerator random) {
        return any("surnames", random) + any("given", random);
    }

    /** A name of a housing estate, put together by chance. */
    String estate(RandomGenerator random) {
        List<?> halves = (List<?>) find("estates");
        return one((List<?>) halves.getFirst(), random) + one((List<?>) halves.getLast(), random);
    }

    /** Under which names phrases stand below that one. */
    List<String> kinds(String name) {
        List<String> kinds = new ArrayList<>();
        ((Map<?, ?>) find(name)).keySet().forEach(key -> kinds.add(key.toString()));
        return kinds;
    }

    List<String> all(String name) {
        Object found = find(name);
        return found instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(found.toString());
    }

    private Object find(String name) {
        Object at = written;
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        if (at == null) {
            throw new IllegalArgumentException("phrases.yaml has no " + name);
        }
        return at;
    }

    private static String one(List<?> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size())).toString();
    }
}
