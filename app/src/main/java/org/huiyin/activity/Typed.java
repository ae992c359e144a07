package org.huiyin.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Formats;

/** Reads what was typed into a form; whatever is no date or number is none. */
record Typed(Filled filled) {

    /** A text on one or several lines, without what cannot be seen. */
    String text(String field) {
        return filled.value(field).strip().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }

    Optional<Integer> number(String field) {
        String written = text(field);
        return written.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    /** A moment in the city's time, from a day and an hour apart. */
    Optional<Instant> moment(String dayField, String hourField) {
        try {
            LocalDate day = LocalDate.parse(text(dayField));
            boolean sane = day.getYear() >= 2000 && day.getYear() <= 2099;
            return sane ? Optional.of(zoned(day.atTime(LocalTime.parse(text(hourField))))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment in the city's time, as one input sends it. */
    Optional<Instant> moment(String field) {
        try {
            return Optional.of(zoned(LocalDateTime.parse(text(field))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When a phone says it was; what it does not say is now. */
    Instant told(String field, Instant now) {
        try {
            return text(field).isEmpty() ? now : Instant.parse(text(field));
        } catch (DateTimeException e) {
            return now;
        }
    }

    List<Who> whos(String field) {
        return filled.given().getOrDefault(field, List.of()).stream()
                .filter(one -> one.matches("(post|entry|guest):[0-9]{1,18}"))
                .map(Who::of)
                .toList();
    }

    /** The idempotency key of the form, or another when somebody changed it. */
    String key() {
        String key = filled.value("key");
        return key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString();
    }

    private static Instant zoned(LocalDateTime local) {
        return local.atZone(Formats.ZONE).toInstant();
    }
}
