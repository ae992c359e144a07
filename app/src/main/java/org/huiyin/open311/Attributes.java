package org.huiyin.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.huiyin.programme.Field.Seen;
import org.huiyin.programme.Field.Type;
import org.huiyin.programme.Form;

/** A form's fields as the attributes of a service: all but those the specification has arguments of its own for. */
final class Attributes {

    /** Told by the arguments description, lat and long, address_string, address_id and service_code, or by whoever knows the units. */
    private static final Set<String> ARGUMENTS =
            Set.of("description", "place", "where", "position", "category", "channel", "proposed-unit");

    private Attributes() {}

    static List<Field> of(Form form) {
        return form.fields().stream()
                .filter(field -> !field.importOnly() && field.seen() != Seen.SEALED)
                .filter(field -> !ARGUMENTS.contains(field.name()))
                .toList();
    }

    static List<Map<String, Object>> described(Page page, Form form) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Field field : of(form)) {
            Map<String, Object> attribute = new LinkedHashMap<>();
            attribute.put("variable", true);
            attribute.put("code", field.name());
            attribute.put("datatype", datatype(field.type()));
            // a title that is left out is taken from the description
            attribute.put("required", field.required() && !field.name().equals("title"));
            attribute.put("datatype_description", page.t("open311.type." + key(field.type())));
            attribute.put("order", described.size() + 1);
            attribute.put(
                    "description",
                    field.hint() == null
                            ? page.t(field.title())
                            : page.t(field.title()) + page.t("frame.colon") + page.t(field.hint()));
            if (listed(field.type())) {
                attribute.put("values", values(page, field));
            }
            described.add(attribute);
        }
        return described;
    }

    private static Answer.Rows values(Page page, Field field) {
        if (field.type() == Type.TRUTH) {
            return new Answer.Rows(
                    "value", List.of(value("true", page.t("frame.yes")), value("false", page.t("frame.no"))));
        }
        return new Answer.Rows(
                "value",
                field.choices().stream()
                        .map(choice -> value(choice.value(), page.t(choice.title())))
                        .toList());
    }

    private static Map<String, Object> value(String key, String name) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("key", key);
        value.put("name", name);
        return value;
    }

    static String datatype(Type type) {
        return switch (type) {
            case TEXT, PHONE, UNIT, PLACE, MATTER, POSITION, TRACK -> "string";
            case INTEGER, NUMBER -> "number";
            case DATE, INSTANT -> "datetime";
            case LONG_TEXT, UNITS -> "text";
            case CHOICE, TRUTH -> "singlevaluelist";
            case CHOICES -> "multivaluelist";
        };
    }

    private static boolean listed(Type type) {
        return type == Type.CHOICE || type == Type.CHOICES || type == Type.TRUTH;
    }

    /** A posted value as the form reads it: a day may come as a moment, units one a line. */
    static Object read(Field field, List<String> posted) {
        return switch (field.type()) {
            case CHOICES -> posted;
            case UNITS -> posted.stream().flatMap(text -> text.lines()).toList();
            case DATE -> day(posted.getFirst());
            case TEXT,
                    LONG_TEXT,
                    PHONE,
                    INTEGER,
                    NUMBER,
                    TRUTH,
                    INSTANT,
                    CHOICE,
                    UNIT,
                    PLACE,
                    MATTER,
                    POSITION,
                    TRACK -> posted.size() == 1 ? posted.getFirst() : posted;
        };
    }

    private static String day(String posted) {
        return posted.matches("\\d{4}-\\d{2}-\\d{2}T.{1,30}") ? posted.substring(0, 10) : posted;
    }

    private static String key(Type type) {
        return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
