package org.huiyin.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the programmes call by names of their own, for whoever chooses among all programmes: what reads the same is one thing to choose and means
 * that of every programme. A name alone, without its programme, means whatever any programme calls by it.
 */
public final class Choices {

    private final Map<Of, Text> named = new LinkedHashMap<>();

    /** What one programme calls by a name, written {@code programme.name}. */
    private record Of(String programme, String name) {

        @Override
        public String toString() {
            return programme + "." + name;
        }
    }

    /**
     * One thing to choose.
     *
     * @param value as an address carries it: names with commas between, each with its programme where others mean something else by it
     */
    public record Choice(String value, String label) {}

    /** Adds what a programme calls so. */
    public void add(Programme programme, String name, Text title) {
        named.put(new Of(programme.name(), name), title);
    }

    /** Each label once, in the order the programmes have them. */
    public List<Choice> in(Locale locale) {
        Map<String, List<Of>> labels = new LinkedHashMap<>();
        named.forEach((one, title) ->
                labels.computeIfAbsent(title.in(locale), l -> new ArrayList<>()).add(one));
        return labels.entrySet().stream()
                .map(one -> new Choice(value(one.getValue()), one.getKey()))
                .toList();
    }

    private String value(List<Of> same) {
        return String.join(
                ",",
                same.stream()
                        .map(one -> same.containsAll(called(one.name())) ? one.name() : one.toString())
                        .distinct()
                        .toList());
    }

    /** What a value stands for, each with its programme; empty when part of it stands for nothing. */
    public Optional<List<String>> meant(String value) {
        List<String> meant = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            List<Of> some = named.keySet().stream()
                    .filter(one -> one.name().equals(part) || one.toString().equals(part))
                    .toList();
            if (some.isEmpty()) {
                return Optional.empty();
            }
            some.forEach(one -> meant.add(one.toString()));
        }
        return Optional.of(meant);
    }

    /** The choices that stand for any of what a value stands for. */
    public List<Choice> chosen(String value, Locale locale) {
        List<String> meant = value.isEmpty() ? List.of() : meant(value).orElse(List.of());
        return in(locale).stream()
                .filter(choice ->
                        meant(choice.value()).orElse(List.of()).stream().anyMatch(meant::contains))
                .toList();
    }

    private List<Of> called(String name) {
        return named.keySet().stream().filter(one -> one.name().equals(name)).toList();
    }
}
