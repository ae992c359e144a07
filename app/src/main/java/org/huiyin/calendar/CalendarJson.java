package org.huiyin.calendar;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON calendars are written in; what cannot be read is refused by its line and, when it is JSON at all, by its place. */
final class CalendarJson {

    private static final int LONGEST_CHARACTERS = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CalendarJson() {}

    static <T> T read(String json, Class<T> type) {
        if (json.length() > LONGEST_CHARACTERS) {
            throw new BadCalendar("too-long", "A calendar has at most 1,000,000 characters", LONGEST_CHARACTERS);
        }
        try {
            T read = JSON.readValue(json, type);
            if (read == null) {
                throw new BadCalendar("missing", "\"code\" is missing", "code");
            }
            return read;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            if (e instanceof StreamReadException) {
                throw new BadCalendar(e, "not-json", "Line " + line + " is not JSON: " + e.getOriginalMessage(), line);
            }
            String at = where(e.getPath());
            String message = "Line " + line + ", " + at + " cannot be read: " + e.getOriginalMessage();
            throw new BadCalendar(e, "not-read", message, line, at);
        }
    }

    static String written(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** As in {@code days[2].date}; the whole is <code>{…}</code>. */
    private static String where(List<JacksonException.Reference> path) {
        if (path.isEmpty()) {
            return "{…}";
        }
        return path.stream()
                .map(one -> one.getPropertyName() == null ? "[" + one.getIndex() + "]" : "." + one.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^[.]", "");
    }
}
