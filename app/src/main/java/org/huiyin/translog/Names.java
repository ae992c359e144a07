package org.huiyin.translog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Texts;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.jspecify.annotations.Nullable;

/**
 * What lists, states, steps, fields, choices and roles are called in a reader's language: {@code list/problem}, {@code step/raise},
 * {@code outcome/solved}; and how the members of a composed value are said: {@code part/round}. Where programmes call something by different
 * names, each name stands behind its programme and a blank as well: {@code three-lists field/title}.
 */
final class Names {

    private static final String PART = "translog.check.part.";

    /** In which order the members of who took a step are said; whatever else a value is made of comes after. */
    private static final List<String> PARTS =
            List.of("role", "unit", "post", "account", "left", "entered", "round", "key");

    private final Map<String, String> all;
    private final String before;

    private Names(Map<String, String> all, String before) {
        this.all = all;
        this.before = before;
    }

    static Names of(Programmes programmes, Texts texts, Locale locale) {
        Map<String, String> all = new HashMap<>();
        for (Role role : Role.values()) {
            all.put(
                    "role/" + role,
                    texts.pattern(locale, "account.role." + role.name().toLowerCase(Locale.ROOT)));
        }
        texts.keys(locale).stream()
                .filter(key -> key.startsWith(PART))
                .forEach(key -> all.put("part/" + key.substring(PART.length()), texts.pattern(locale, key)));
        for (Programme programme : programmes.versions()) {
            all.put("programme/" + programme.name(), programme.title().in(locale));
            of(programme, locale).forEach((key, name) -> {
                if (name.equals(all.computeIfAbsent(key, k -> name))) {
                    all.remove(programme.name() + " " + key);
                } else {
                    all.put(programme.name() + " " + key, name);
                }
            });
        }
        return new Names(all, "");
    }

    private static Map<String, String> of(Programme programme, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        programme
                .lists()
                .values()
                .forEach(list -> names.put("list/" + list.name(), list.title().in(locale)));
        programme.states().values().forEach(state -> {
            names.put("left/" + state.name(), state.title().in(locale));
            names.put("entered/" + state.name(), state.title().in(locale));
        });
        programme
                .categories()
                .values()
                .forEach(one -> names.put("category/" + one.name(), one.title().in(locale)));
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
        return names;
    }

    /** All of them, for who looks them up elsewhere. */
    Map<String, String> all() {
        return all;
    }

    /** As a programme calls things; in none, as the first that names them does. */
    Names in(@Nullable Object programme) {
        return new Names(all, programme == null ? "" : programme + " ");
    }

    /** What something is called; the name it goes by in data where nothing is known of it. */
    String name(String kind, Object one) {
        String key = kind + "/" + one;
        return all.getOrDefault(before + key, all.getOrDefault(key, String.valueOf(one)));
    }

    /** A field's value in words where it has any. */
    String value(String field, Object value) {
        return switch (value) {
            case List<?> list ->
                String.join(" · ", list.stream().map(one -> value(field, one)).toList());
            case Map<?, ?> map -> parts(map);
            default -> name(field, value);
        };
    }

    private String parts(Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(one -> !List.of("", "0", "null").contains(String.valueOf(one.getValue())))
                .sorted(Comparator.comparingInt(one -> Math.floorMod(PARTS.indexOf(one.getKey()), PARTS.size() + 1)))
                .map(one -> all.getOrDefault("part/" + one.getKey(), one.getKey() + " {0}")
                        .replace("{0}", value(String.valueOf(one.getKey()), one.getValue())))
                .collect(Collectors.joining(" · "));
    }
}
