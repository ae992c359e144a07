package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody filled it in on a page, with what was wrong with it, so that it can be shown again exactly so.
 *
 * @param given the raw texts by field name
 */
public record Filled(Map<String, List<String>> given, List<FieldError> errors) {

    public static final Filled EMPTY = new Filled(Map.of(), List.of());

    public Filled {
        given = Map.copyOf(given);
        errors = List.copyOf(errors);
    }

    /** What a page sent. */
    public static Filled of(HttpServletRequest request) {
        Map<String, List<String>> given = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, List.of(values)));
        return new Filled(given, List.of());
    }

    /** Stored or proposed values, to begin with. */
    public static Filled with(Map<String, ?> values) {
        Map<String, List<String>> given = new HashMap<>();
        values.forEach((name, value) -> given.put(
                name,
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value))));
        return new Filled(given, List.of());
    }

    public Filled wrong(List<FieldError> found) {
        return new Filled(given, found);
    }

    /** What {@link Form#check} takes: only this form's fields, times of day read in the city's zone. */
    public Map<String, Object> raw(Form form) {
        Map<String, Object> raw = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            List<String> values = given.get(field.name());
            if (values != null && !values.isEmpty()) {
                raw.put(
                        field.name(),
                        switch (field.type()) {
                            case UNITS, CHOICES -> values;
                            case INSTANT -> zoned(values.getFirst());
                            case TEXT,
                                    LONG_TEXT,
                                    PHONE,
                                    INTEGER,
                                    NUMBER,
                                    TRUTH,
                                    DATE,
                                    CHOICE,
                                    UNIT,
                                    PLACE,
                                    MATTER,
                                    POSITION,
                                    TRACK -> values.getFirst();
                        });
            }
        }
        return raw;
    }

    /** The text of a field; empty when nothing was filled in. */
    public String value(String field) {
        List<String> values = given.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean has(String field, String value) {
        return given.getOrDefault(field, List.of()).contains(value);
    }

    /** The value of an instant field as its input shows it: city time to the minute. */
    public String localTime(String field) {
        String value = value(field);
        try {
            return Instant.parse(value)
                    .atZone(Formats.ZONE)
                    .toLocalDateTime()
                    .withSecond(0)
                    .withNano(0)
                    .toString();
        } catch (DateTimeException e) {
            return value; // as typed
        }
    }

    /** What is wrong with a field, in words; null when nothing is. */
    public @Nullable String error(Page page, String field) {
        for (FieldError error : errors) {
            if (error.field().equals(field)) {
                return said(page, error);
            }
        }
        return null;
    }

    /** One error in the reader's words: {@code programme.field-error.<slug>}. */
    public static String said(Page page, FieldError error) {
        Object[] arguments = error.args().stream().map(a -> readable(page, a)).toArray();
        return page.t("programme.field-error." + error.slug(), arguments);
    }

    private static Object readable(Page page, Object argument) {
        if (!(argument instanceof String text) || !text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return argument;
        }
        try {
            return page.date(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text; // as typed, such as a thirteenth month
        }
    }

    private static String zoned(String value) {
        try {
            return LocalDateTime.parse(value).atZone(Formats.ZONE).toInstant().toString();
        } catch (DateTimeException e) {
            return value; // the check says what is wrong with it
        }
    }
}
