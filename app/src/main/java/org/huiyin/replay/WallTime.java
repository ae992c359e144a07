package org.huiyin.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Local times as a city's clocks showed them. A time in the hour that is skipped in spring is read an hour later. One in the hour that
 * comes twice in autumn is the first of the two, unless that would put it before what it follows. A bare date means the end of its day.
 */
final class WallTime {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final ZoneId zone;
    private final String expected;
    private final List<DateTimeFormatter> formats;

    WallTime(ZoneId zone, String expected, String... patterns) {
        this.zone = zone;
        this.expected = expected;
        this.formats = Arrays.stream(patterns)
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    ZoneId zone() {
        return zone;
    }

    Instant needed(Row row, String column, @Nullable Instant follows) {
        return instant(column, row.needed(column), follows);
    }

    @Nullable
    Instant optional(Row row, String column, @Nullable Instant follows) {
        return row.has(column) ? instant(column, row.text(column), follows) : null;
    }

    private Instant instant(String column, String text, @Nullable Instant follows) {
        ZonedDateTime first = ZonedDateTime.ofLocal(local(column, text), zone, null);
        return follows != null && first.toInstant().isBefore(follows)
                ? first.withLaterOffsetAtOverlap().toInstant()
                : first.toInstant();
    }

    private LocalDateTime local(String column, String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return switch (format.parseBest(text, LocalDateTime::from, LocalDate::from)) {
                    case LocalDateTime time -> time;
                    case LocalDate day -> day.atTime(END_OF_DAY);
                    default -> throw new BadCell(column, "not a time");
                };
            } catch (DateTimeException other) {
                continue;
            }
        }
        throw new BadCell(column, "not a time like " + expected + ": " + Row.shown(text));
    }
}
