package org.huiyin.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over a filled-in form: every field in turn, then whatever does not belong. */
final class FormCheck {

    private final Form form;
    private final boolean importing;
    private final FieldReading reading;

    private FormCheck(Form form, boolean importing, LocalDate today) {
        this.form = form;
        this.importing = importing;
        this.reading = new FieldReading(today);
    }

    static FormCheck of(Form form, boolean importing, LocalDate today) {
        return new FormCheck(form, importing, today);
    }

    Form.Checked check(Map<String, Object> raw) {
        Map<String, Object> values =
                LinkedHashMap.newLinkedHashMap(form.fields().size());
        List<FieldError> errors = new ArrayList<>();
        int known = 0;
        for (Field field : form.fields()) {
            if (raw.containsKey(field.name())) {
                known++;
            }
            take(field, raw.get(field.name()), values, errors);
        }
        if (known < raw.size()) {
            raw.keySet().stream().filter(name -> form.field(name).isEmpty()).forEach(name -> errors.add(unknown(name)));
        }
        return new Form.Checked(values, errors);
    }

    private void take(Field field, @Nullable Object given, Map<String, Object> values, List<FieldError> errors) {
        if (given == null || blank(given)) {
            if (field.required()) {
                errors.add(new FieldError(field.name(), "required", List.of()));
            }
            return;
        }
        if (field.importOnly() && !importing) {
            errors.add(new FieldError(field.name(), "import-only", List.of()));
            return;
        }
        switch (reading.read(field, given)) {
            case FieldReading.Value(Object value) -> values.put(field.name(), value);
            case FieldReading.Wrong(String slug, List<Object> args) ->
                errors.add(new FieldError(field.name(), slug, args));
        }
    }

    private FieldError unknown(String name) {
        Optional<String> meant =
                Suggestion.closest(name, form.fields().stream().map(Field::name).toList());
        String shown = Characters.shortened(name, 60);
        return meant.map(close -> new FieldError(shown, "unknown-field-meant", List.<Object>of(close)))
                .orElseGet(() -> new FieldError(shown, "unknown-field", List.of()));
    }

    private static boolean empty(@Nullable Object given) {
        return given == null || blank(given);
    }

    private static boolean blank(Object given) {
        return switch (given) {
            case String text -> Characters.blank(text);
            case List<?> list -> list.stream().allMatch(FormCheck::empty);
            default -> false;
        };
    }
}
