package org.huiyin.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A form as JSON Schema 2020-12, for programs that fill it in. What it says, {@link FormCheck} holds. */
final class FormSchema {

    private final Locale locale;

    private FormSchema(Locale locale) {
        this.locale = locale;
    }

    static Map<String, Object> of(Form form, Locale locale) {
        FormSchema writing = new FormSchema(locale);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : form.fields()) {
            properties.put(field.name(), writing.property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.title().in(locale));
        Text hint = field.hint();
        if (hint != null) {
            property.put("description", hint.in(locale));
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT -> bounded(property, "string", field, "minLength", "maxLength");
            case PHONE -> pattern(property, "^\\+?[0-9 ()-]{5,30}$");
            case INTEGER -> bounded(property, "integer", field, "minimum", "maximum");
            case NUMBER -> bounded(property, "number", field, "minimum", "maximum");
            case TRUTH -> property.put("type", "boolean");
            case DATE -> format(property, "date");
            case INSTANT -> format(property, "date-time");
            case CHOICE -> property.put("oneOf", choices(field));
            case CHOICES -> list(property, field, Map.of("oneOf", choices(field)));
            case UNIT -> property.put("type", "integer");
            case UNITS -> list(property, field, Map.of("type", "integer"));
            case PLACE -> pattern(property, "^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$");
            case MATTER -> pattern(property, "^[0-9A-Za-z][0-9A-Za-z-]{0,29}$");
            case POSITION -> pattern(property, "^-?[0-9.]+, ?-?[0-9.]+$");
            case TRACK -> pattern(property, "^-?[0-9.]+,-?[0-9.]+,[0-9]+(;-?[0-9.]+,-?[0-9.]+,[0-9]+)+$");
        }
        if (field.importOnly()) {
            property.put("$comment", "imports only");
        }
        return property;
    }

    private static void bounded(Map<String, Object> property, String type, Field field, String least, String most) {
        property.put("type", type);
        Long minimum = field.minimum();
        Long maximum = field.maximum();
        if (minimum != null) {
            property.put(least, minimum);
        }
        if (maximum != null) {
            property.put(most, maximum);
        }
    }

    private static void pattern(Map<String, Object> property, String pattern) {
        property.put("type", "string");
        property.put("pattern", pattern);
    }

    private static void format(Map<String, Object> property, String format) {
        property.put("type", "string");
        property.put("format", format);
    }

    private static void list(Map<String, Object> property, Field field, Map<String, Object> items) {
        property.put("type", "array");
        property.put("items", items);
        Long maximum = field.maximum();
        if (maximum != null) {
            property.put("maxItems", maximum);
        }
    }

    private List<Map<String, Object>> choices(Field field) {
        return field.choices().stream()
                .map(choice -> Map.<String, Object>of(
                        "const", choice.value(), "title", choice.title().in(locale)))
                .toList();
    }
}
