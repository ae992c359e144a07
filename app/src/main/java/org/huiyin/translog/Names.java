package org.huiyin.translog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;

/** What lists, steps, fields and choices are called in a reader's language: {@code list/problem}, {@code step/raise}, {@code outcome/solved}. */
final class Names {

    private Names() {}

    static Map<String, String> of(Programmes programmes, Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Programme programme : programmes.versions()) {
            programme
                    .lists()
                    .values()
                    .forEach(list ->
                            names.put("list/" + list.name(), list.title().in(locale)));
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
            case Map<?, ?> map -> Jcs.of(map);
            default -> names.getOrDefault(field + "/" + value, String.valueOf(value));
        };
    }
}
