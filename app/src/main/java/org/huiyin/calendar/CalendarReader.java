package org.huiyin.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the calendars shipped with the product: {@code calendars/<code>.json} and the years it names. */
final class CalendarReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Written(
            String code,
            CalendarFacts.Title title,
            String zone,
            Set<DayOfWeek> workdays,
            List<String> hours,
            @Nullable Holidays holidays,
            List<CalendarFacts.Override> overrides) {}

    private record Holidays(String folder, int from, int to) {}

    private CalendarReader() {}

    static CalendarFacts read(String code) {
        if (!code.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new BadSpan("no-calendar", "Not a calendar's name: \"" + code + "\"", code);
        }
        if (CalendarReader.class.getResource("/calendars/" + code + ".json") == null) {
            throw new BadSpan("no-calendar", "There is no calendar named " + code, code);
        }
        Written written = read(code + ".json", Written.class, "There is no calendar named " + code);
        Holidays holidays = written.holidays();
        List<CalendarFacts.Year> years = new ArrayList<>();
        if (holidays != null) {
            for (int year = holidays.from(); year <= holidays.to(); year++) {
                String file = holidays.folder() + "/" + year + ".json";
                years.add(read(file, CalendarFacts.Year.class, "The year " + year + " is missing: " + file));
            }
        }
        return new CalendarFacts(
                written.code(),
                written.title(),
                written.zone(),
                written.workdays(),
                written.hours(),
                holidays != null,
                List.copyOf(years),
                written.overrides());
    }

    private static <T> T read(String file, Class<T> type, String orElse) {
        try (InputStream stream = CalendarReader.class.getResourceAsStream("/calendars/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException(orElse);
            }
            return JSON.readValue(stream, type);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read calendars/" + file, e);
        }
    }
}
