package org.huiyin.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.huiyin.calendar.Calendars;

/** The hours in which nobody is disturbed: evenings, nights and days that are not worked. They hold messages and never a clock. */
final class QuietHours {

    private final int from;
    private final int to;
    private final Calendars calendars;
    private final ZoneId zone;

    QuietHours(NoticeSettings settings, Calendars calendars, ZoneId zone) {
        this.from = settings.quietFrom();
        this.to = settings.quietTo();
        this.calendars = calendars;
        this.zone = zone;
    }

    /** When a message that comes up now reaches its reader: at once, or when the next working day begins. */
    Instant deliverAt(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalDate day = here.toLocalDate();
        if (here.getHour() >= from) {
            return morningOf(day.plusDays(1));
        }
        return here.getHour() >= to && worked(day) ? now : morningOf(day);
    }

    /** When what comes once a day comes next: the end of the quiet hours that are, or else of the next ones. */
    Instant nextMorning(Instant now) {
        Instant held = deliverAt(now);
        return held.isAfter(now) ? held : morningOf(dayOf(now).plusDays(1));
    }

    /** The day messages held until then belong to. */
    LocalDate dayOf(Instant delivery) {
        return delivery.atZone(zone).toLocalDate();
    }

    private boolean worked(LocalDate day) {
        return calendars.current().calendar().kind(day).worked();
    }

    private Instant morningOf(LocalDate first) {
        LocalDate day = first;
        while (!worked(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(to, 0).atZone(zone).toInstant();
    }
}
