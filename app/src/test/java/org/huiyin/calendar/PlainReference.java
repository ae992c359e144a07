package org.huiyin.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deadlines the slow way: walk from the start, one beat (a second or a minute) after another, and count those in which the
 * clock runs. A whole day is taken in one stride only where no pause touches it. Shares no code with the real calendar
 * but the records of the question; start and pauses must lie on whole beats.
 */
final class PlainReference {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final Pattern DAY =
            Pattern.compile("\"date\": \"(\\d{4}-\\d\\d-\\d\\d)\", \"isOffDay\": (true|false)");

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private final boolean everyDay;
    private final int beat;
    private final int beatsADay;
    /** For each beat of a working day whether it is worked. */
    private final boolean[] worked;

    private List<long[]> pauses = List.of();

    record Answer(LocalDateTime due, LocalDateTime near, boolean provisional) {}

    /** {@code hours} as minutes of the day: from, to, from, to … */
    PlainReference(boolean everyDay, int beatSeconds, int... hours) {
        this.everyDay = everyDay;
        this.beat = beatSeconds;
        this.beatsADay = 86_400 / beat;
        this.worked = new boolean[beatsADay];
        for (int i = 0; i < hours.length; i += 2) {
            for (int at = hours[i] * 60 / beat; at < hours[i + 1] * 60 / beat; at++) {
                worked[at] = true;
            }
        }
        for (int year = 2007; year <= 2026; year++) {
            readYear(year);
        }
    }

    private void readYear(int year) {
        try (InputStream in = PlainReference.class.getResourceAsStream("/calendars/cn/" + year + ".json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (Matcher m = DAY.matcher(text); m.find(); ) {
                (m.group(2).equals("true") ? off : makeUp).add(LocalDate.parse(m.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean workday(LocalDate day) {
        if (everyDay || makeUp.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day);
    }

    Answer answer(Span span) {
        pauses = new ArrayList<>();
        for (Span.Pause pause : span.pauses()) {
            if (pause.to() != null) { // a clock that stands still now is judged as if it went on at once
                pauses.add(new long[] {beats(pause.from()), beats(pause.to())});
            }
        }
        List<Limit> parts = new ArrayList<>();
        parts.add(span.limit());
        for (Limit extension : span.extensions()) {
            Limit last = parts.getLast();
            if (last.measure() == extension.measure()) {
                parts.set(parts.size() - 1, new Limit(last.amount() + extension.amount(), last.measure()));
            } else {
                parts.add(extension);
            }
        }
        long at = beats(span.start());
        LocalDate startDay = dayOf(at);
        long near = at;
        boolean guessed = false;
        for (Limit part : parts) {
            Part done = part(part, at, startDay);
            at = done.due();
            near = done.near();
            guessed |= done.guessed();
            startDay = dayOf(at - 1);
        }
        return new Answer(local(at), local(near), guessed);
    }

    private record Part(long due, long near, boolean guessed) {}

    private Part part(Limit limit, long start, LocalDate startDay) {
        int n = limit.amount();
        long nextDay = startDay.plusDays(1).toEpochDay() * beatsADay;
        return switch (limit.measure()) {
            case WORKING_MINUTES -> working(start, n * 60L / beat);
            case WORKING_HOURS -> working(start, n * 3600L / beat);
            case WORKING_DAYS -> working(nextDay, (long) n * beatsWorked());
            case HOURS -> {
                long time = n * 3600L / beat;
                yield new Part(walk(false, start, time), walk(false, start, time - time / 5), false);
            }
            case DAYS -> calendar(nextDay, startDay.plusDays(n));
            case MONTHS -> calendar(nextDay, startDay.plusMonths(n));
        };
    }

    private Part working(long start, long time) {
        long due = walk(true, start, time);
        boolean guessed = unpublished(dayOf(start), dayOf(due - 1));
        return new Part(due, walk(true, start, time - time / 5), guessed);
    }

    private Part calendar(long start, LocalDate lastDay) {
        long time = lastDay.plusDays(1).toEpochDay() * beatsADay - start;
        long near = walk(false, start, time - time / 5);
        long end = walk(false, start, time);
        long due = endOfFirstWorkday(end);
        for (long[] pause : pauses) {
            if (pause[0] >= end && pause[0] < due) { // stopped while the end was put off: what was left is left again
                end = pause[1] + (due - pause[0]);
                due = endOfFirstWorkday(end);
            }
        }
        return new Part(due, near, unpublished(dayOf(end - 1), dayOf(due - 1)));
    }

    private long endOfFirstWorkday(long end) {
        LocalDate day = dayOf(end - 1);
        while (!workday(day)) {
            day = day.plusDays(1);
        }
        return day.plusDays(1).toEpochDay() * beatsADay;
    }

    /** The first moment at which the clock has run that many beats since the start. */
    private long walk(boolean workOnly, long start, long beatsToRun) {
        long at = start;
        long left = beatsToRun;
        while (left > 0) {
            LocalDate day = dayOf(at);
            boolean workday = workday(day);
            long nextDay = (day.toEpochDay() + 1) * beatsADay;
            long whole = !workOnly ? beatsADay : workday ? beatsWorked() : 0;
            if (at == nextDay - beatsADay && whole < left && noPauseTouches(at, nextDay)) {
                left -= whole;
                at = nextDay;
                continue;
            }
            for (; at < nextDay && left > 0; at++) {
                boolean runs = !workOnly || (workday && worked[(int) (at - (nextDay - beatsADay))]);
                if (runs && noPauseTouches(at, at + 1)) {
                    left--;
                }
            }
        }
        return at;
    }

    private boolean noPauseTouches(long from, long to) {
        for (long[] pause : pauses) {
            if (pause[0] < to && from < pause[1]) {
                return false;
            }
        }
        return true;
    }

    private int beatsWorked() {
        int count = 0;
        for (boolean beatWorked : worked) {
            count += beatWorked ? 1 : 0;
        }
        return count;
    }

    private boolean unpublished(LocalDate from, LocalDate to) {
        boolean some = false;
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            some |= year < 2007 || year > 2026;
        }
        return some && !everyDay;
    }

    private long beats(Instant instant) {
        return (instant.getEpochSecond() + CHINA.getTotalSeconds()) / beat;
    }

    private LocalDate dayOf(long at) {
        return LocalDate.ofEpochDay(at / beatsADay);
    }

    private LocalDateTime local(long at) {
        return LocalDateTime.ofEpochSecond(at * beat, 0, ZoneOffset.UTC);
    }
}
