package org.huiyin.timetable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A change to a calendar as somebody filled it in: a file or text with a year or a whole calendar, the beginning of another calendar, or else
 * some days of one's own.
 *
 * @param calendar the one that is changed; the city's when left out
 * @param code the name of another calendar that begins as this one, called {@code title}
 * @param from the first of the days; {@code to} the last, the same day when left out
 * @param hours when the days are worked, such as {@code 08:30-12:00 14:30-17:30}; empty for days off
 */
public record ChangeWanted(
        @Nullable MultipartFile file,
        @Nullable String json,
        @Nullable String from,
        @Nullable String to,
        @Nullable String hours,
        @Nullable String name,
        @Nullable String calendar,
        @Nullable String code,
        @Nullable String title,
        @Nullable String titleEn) {

    static final ChangeWanted NOTHING = new ChangeWanted(null, null, null, null, null, null, null, null, null, null);

    /** The calendar it is about. */
    String of() {
        return given(calendar).isEmpty() ? CalendarVersions.CITY : given(calendar);
    }

    /** The calendar with this change. */
    WrittenCalendar applied(WrittenCalendar now) {
        if (file != null && !file.isEmpty()) {
            return now.changedBy(read(file));
        }
        if (!given(json).isEmpty()) {
            return now.changedBy(given(json));
        }
        if (!given(code).isEmpty()) {
            return now.as(given(code), given(title), given(titleEn));
        }
        LocalDate first = date(given(from));
        String worked = given(hours);
        return now.withDays(
                first,
                given(to).isEmpty() ? first : date(given(to)),
                worked.isEmpty() ? List.of() : List.of(worked.split("[\\s,，、]+")),
                given(name));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BadCalendar.noDate(text);
        }
    }

    private static String read(MultipartFile file) {
        try {
            return CalendarPage.text(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
