package org.huiyin.translog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Texts;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;

/**
 * What lists, states, steps, fields, choices and roles are called in a reader's language: {@code list/problem}, {@code step/raise},
 * {@code outcome/solved}; and how the members of a composed value are said: {@code part/round}.
 */
final class Names {

    private static final String PART = "translog.check.part.";

    /** In which order the members of who took a step are said; whatever else a value is made of comes after. */
    private static final List<String> PARTS =
            List.of("role", "unit", "post", "account", "left", "entered", "round", "key");

    private Names() {}

    static Map<String, String> of(Programmes programmes, Texts texts, Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Role role : Role.values()) {
            names.put(
                    "role/" + role,
                    texts.pattern(locale, "account.role." + role.name().toLowerCase(Locale.ROOT)));
        }
        texts.keys(locale).stream()
                .filter(key -> key.startsWith(PART))
                .forEach(key -> names.put("part/" + key.substring(PART.length()), texts.pattern(locale, key)));
        for (Programme programme : programmes.versions()) {
            programme
                    .lists()
                    .values()
                    .forEach(list ->
                            names.put("list/" + list.name(), list.title().in(locale)));
            programme.states().values().forEach(state -> {
                names.put("left/" + state.name(), state.title().in(locale));
                names.put("entered/" + state.name(), state.title().in(locale));
            });
            programme
                    .categories()
                    .values()
                    .forEach(one ->
                            names.put("category/" + one.name(), one.title().in(locale)));
            programme.steps().values().forEach(step -> {
                names.put("step/" + step.name(), step.title().in(locale));
                step.form().fields().forEach(field -> {
                    names.put("field/" + field.name(), field.title().in(locale));
                    field.choices()
                            .forEach(choice -> names.put(
                                    field.name() + "/" + choice.value(),
                                    choice.title().in(locale)));
                });
            });
        }
        return names;
    }

    /** A field's value in words where it has any. */
    static String value(Map<String, String> names, String field, Object value) {
        return switch (value) {
            case List<?> list ->
                String.join(
                        " · ",
                        list.stream().map(one -> value(names, field, one)).toList());
            case Map<?, ?> map -> parts(names, map);
            default -> names.getOrDefault(field + "/" + value, String.valueOf(value));
        };
    }

    private static String parts(Map<String, String> names, Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(one -> !List.of("", "0", "null").contains(String.valueOf(one.getValue())))
                .sorted(Comparator.comparingInt(one -> Math.floorMod(PARTS.indexOf(one.getKey()), PARTS.size() + 1)))
                .map(one -> names.getOrDefault("part/" + one.getKey(), one.getKey() + " {0}")
                        .replace("{0}", value(names, String.valueOf(one.getKey()), one.getValue())))
                .collect(Collectors.joining(" · "));
    }
}
