package org.huiyin.round;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huiyin.programme.PackagedYaml;

/**
 * On which day a festival falls. It is written as a day of every year ({@code 06-01}), as the nth day of the week in a month ({@code 05-sun-3}), or
 * by a name of the Chinese calendar ({@code spring-festival}), whose days stand in {@code calendars/festivals.yaml} up to 2050.
 */
final class Festivals {

    private static final Pattern OF_WEEK = Pattern.compile("(0[1-9]|1[0-2])-(mon|tue|wed|thu|fri|sat|sun)-([1-4])");
    private static final DateTimeFormatter YEARLY = DateTimeFormatter.ofPattern("MM-dd");

    /** @param days name → year → month and day */
    private record Table(Map<String, Map<String, String>> days) {}

    private static final Map<String, Map<String, String>> DAYS =
            PackagedYaml.all("calendars/festivals.yaml", Table.class).getFirst().days();

    private Festivals() {}

    static boolean known(String on) {
        return DAYS.containsKey(on) || on(on, 2024).isPresent();
    }

    /** The next time, today included; empty when nobody knows it yet. */
    static Optional<LocalDate> next(String on, LocalDate today) {
        return IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
                .mapToObj(year -> on(on, year))
                .flatMap(Optional::stream)
                .filter(day -> !day.isBefore(today))
                .findFirst();
    }

    /** The day in a year; empty when it is not known, or nothing is written so. */
    static Optional<LocalDate> on(String on, int year) {
        String day = DAYS.getOrDefault(on, Map.of()).getOrDefault(String.valueOf(year), on);
        Matcher week = OF_WEEK.matcher(day);
        if (week.matches()) {
            return Optional.of(LocalDate.of(year, Integer.parseInt(week.group(1)), 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(
                            Integer.parseInt(week.group(3)), dayOfWeek(week.group(2)))));
        }
        try {
            return Optional.of(MonthDay.parse(day, YEARLY).atYear(year));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DayOfWeek dayOfWeek(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow();
    }
}
