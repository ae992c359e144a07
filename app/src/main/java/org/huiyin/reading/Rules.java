package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The words and patterns documents are read by, from a file that an official may change. Immutable. */
public final class Rules {

    private static final String SHIPPED = "/reading/rules.yaml";

    private final Map<String, Object> entries;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final List<Slip> slips = new ArrayList<>();

    /** A sign a scanner gets wrong in numbers. */
    record Slip(Pattern wrong, String right) {}

    private Rules(Map<String, Object> entries) {
        this.entries = entries;
        for (String list : List.of("starts", "weak-starts", "bylines", "credits", "jumps", "furniture", "columns")) {
            patterns.put(
                    list,
                    Pattern.compile(String.join(
                            "|", texts(list).stream().map(p -> "(?:" + p + ")").toList())));
        }
        for (String words : List.of(
                "posts",
                "after-names",
                "unit-endings",
                "asked-by",
                "decided-by",
                "plans",
                "lead-marks",
                "with-marks",
                "by-marks",
                "must",
                "promised-by",
                "promised-end",
                "promised-done",
                "promised-surely",
                "not-promised",
                "counters",
                "linking",
                "up",
                "down",
                "compared",
                "beside",
                "who-words")) {
            patterns.put(words, Pattern.compile(any(words)));
        }
        for (String one : List.of(
                "roles",
                "lead-byline",
                "wrote-too",
                "goes-on-with",
                "not-names",
                "contents",
                "notices",
                "below-title",
                "share-of",
                "ranked",
                "not-figures",
                "more-names",
                "averaged")) {
            patterns.put(one, Pattern.compile(text(one)));
        }
        if (entries.get("slips") instanceof List<?> pairs) {
            pairs.forEach(pair -> slips.add(slip(pair)));
        }
    }

    /** The rules that come with the product. */
    public static Rules shipped() {
        try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(SHIPPED))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rules out of a file.
     *
     * @throws BadRules when something is missing or no pattern
     */
    public static Rules read(InputStream in) {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (loaded instanceof Map<?, ?> map) {
                Map<String, Object> entries = new HashMap<>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), value));
                return new Rules(entries);
            }
            throw new BadRules("The rules are no table of words");
        } catch (YAMLException | PatternSyntaxException | DateTimeException e) {
            throw new BadRules(String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong with a file of rules. */
    public static final class BadRules extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadRules(String message) {
            super(message);
        }
    }

    Pattern pattern(String name) {
        return Objects.requireNonNull(patterns.get(name), name);
    }

    boolean matches(String name, CharSequence text) {
        return pattern(name).matcher(text).matches();
    }

    /** One pattern for any of these words, the longest first. */
    String any(String name) {
        return words(name).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    List<String> words(String name) {
        return Stream.of(text(name).strip().split("\\s+")).distinct().toList();
    }

    List<String> texts(String name) {
        if (entries.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new BadRules("The rules say nothing of " + name);
    }

    Map<String, String> units() {
        return table("units");
    }

    /** The days of the feasts of the moon's calendar. */
    Map<String, List<LocalDate>> feasts() {
        Map<String, List<LocalDate>> feasts = new HashMap<>();
        table("feasts")
                .forEach((feast, days) -> feasts.put(
                        feast,
                        Stream.of(days.split("\\s+")).map(LocalDate::parse).toList()));
        return feasts;
    }

    private Map<String, String> table(String name) {
        Map<String, String> table = new HashMap<>();
        if (entries.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> table.put(String.valueOf(key), String.valueOf(value)));
        }
        return table;
    }

    List<Slip> slips() {
        return slips;
    }

    private String text(String name) {
        Object entry = entries.get(name);
        if (entry == null || entry instanceof List<?>) {
            throw new BadRules("The rules say nothing of " + name);
        }
        return String.valueOf(entry);
    }

    private static Slip slip(Object pair) {
        if (pair instanceof List<?> two
                && two.size() == 2
                && String.valueOf(two.get(1)).length() == 1) {
            return new Slip(Pattern.compile(String.valueOf(two.get(0))), String.valueOf(two.get(1)));
        }
        throw new BadRules("A slip is a pattern and one sign: " + pair);
    }
}
