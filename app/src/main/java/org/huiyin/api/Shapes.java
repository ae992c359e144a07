package org.huiyin.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Describes records as JSON Schema 2020-12; each record once, by name. */
final class Shapes {

    private final Map<String, Map<String, Object>> described = new TreeMap<>();
    private final boolean closed;

    /** @param closed whether a record may hold nothing but its members, as in what is sent to us */
    Shapes(boolean closed) {
        this.closed = closed;
    }

    /** Every record that was referred to, by name. */
    Map<String, Map<String, Object>> described() {
        return described;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            if (raw == List.class) {
                return ordered("type", "array", "items", of(generic.getActualTypeArguments()[0]));
            }
            if (raw == Map.class) {
                return map(of(generic.getActualTypeArguments()[1]));
            }
            if (raw == Items.class) {
                return items(of(generic.getActualTypeArguments()[0]));
            }
        }
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? reference(plain) : simple(plain);
        }
        return Map.of();
    }

    private static Map<String, Object> map(Map<String, Object> values) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("type", "object");
        shape.put("additionalProperties", values.isEmpty() ? true : values);
        return shape;
    }

    private Map<String, Object> items(Map<String, Object> item) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("items", ordered("type", "array", "items", item));
        properties.put("next", ordered("type", List.of("string", "null"), "format", "uri-reference"));
        return object(properties, List.of("items", "next"));
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = new ArrayList<>();
            for (Object one : type.getEnumConstants()) {
                names.add(((Enum<?>) one).name());
            }
            return ordered("type", "string", "enum", names);
        }
        return switch (type.getSimpleName()) {
            case "String" -> Map.of("type", "string");
            case "int", "Integer" -> ordered("type", "integer", "format", "int32");
            case "long", "Long" -> ordered("type", "integer", "format", "int64");
            case "boolean", "Boolean" -> Map.of("type", "boolean");
            case "double", "Double" -> Map.of("type", "number");
            default -> known(type);
        };
    }

    private static Map<String, Object> known(Class<?> type) {
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == YearMonth.class) {
            return ordered("type", "string", "pattern", "^\\d{4}-\\d{2}$");
        }
        if (type == UUID.class) {
            return ordered("type", "string", "format", "uuid");
        }
        return type == BigDecimal.class ? Map.of("type", "number") : Map.of();
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!described.containsKey(name)) {
            described.put(name, Map.of()); // so that a record that holds itself ends
            described.put(name, describe(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> describe(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent member : type.getRecordComponents()) {
            Map<String, Object> shape = of(member.getGenericType());
            if (nullable(member)) {
                properties.put(member.getName(), orNull(shape));
            } else {
                properties.put(member.getName(), shape);
                required.add(member.getName());
            }
        }
        return object(properties, required);
    }

    private static Map<String, Object> orNull(Map<String, Object> shape) {
        if (shape.get("type") instanceof String type) {
            Map<String, Object> either = new LinkedHashMap<>(shape);
            either.put("type", List.of(type, "null"));
            return either;
        }
        return shape.isEmpty() ? shape : Map.of("anyOf", List.of(shape, Map.of("type", "null")));
    }

    private Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("type", "object");
        shape.put("properties", properties);
        shape.put("required", required);
        if (closed) {
            shape.put("additionalProperties", false);
        }
        return shape;
    }

    /** A map that is written in this order; {@link Map#of} has another one in every run. */
    static Map<String, Object> ordered(String one, Object first, String two, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String simple = type.getSimpleName().replaceAll("Json$", "");
        return outer == null ? simple : outer.getSimpleName().replaceAll("(Api|Json)$", "") + simple;
    }

    /** Whether a member may be left out. */
    static boolean nullable(RecordComponent member) {
        AnnotatedType type = member.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    static @Nullable Object value(RecordComponent member, Object of) {
        try {
            member.getAccessor().setAccessible(true);
            return member.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
