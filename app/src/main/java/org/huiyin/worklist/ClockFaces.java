package org.huiyin.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.frame.ClockFace;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Desk;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** Draws the clocks of a matter as they stand now. */
@Component
class ClockFaces {

    private final Calendars calendars;

    ClockFaces(Desk.Equipment equipment) {
        this.calendars = equipment.calendars();
    }

    /** For a row of a list, where nobody asks why. */
    ClockFace brief(Page page, Programme programme, Clock clock) {
        return face(page, title(page, programme, clock), clock, List.of());
    }

    /** With every day that was counted or skipped. */
    ClockFace explained(Page page, Programme programme, Clock clock) {
        WorkCalendar judged =
                calendars.named(clock.calendar()).orElse(calendars.current().calendar());
        return face(page, title(page, programme, clock), clock, DaysInWords.of(page, judged, clock));
    }

    private static ClockFace face(Page page, String title, Clock clock, List<String> why) {
        ClockFace face = plain(page, title, clock, why);
        return clock.open() && clock.deadline().provisional() ? face.warned(page.t("frame.clock.provisional")) : face;
    }

    private static ClockFace plain(Page page, String title, Clock clock, List<String> why) {
        Instant due = clock.deadline().due();
        if (clock.paused()) {
            return ClockFace.paused(page, title, left(clock), why);
        }
        if (!clock.open()) {
            return ClockFace.stopped(
                    page, title, !clock.overdueAt(page.formats().now()), why);
        }
        return ClockFace.running(
                page, title, clock.span().start(), clock.deadline().near(), due, why);
    }

    /** How much of the time was left when it stopped, in hundredths. */
    private static int left(Clock clock) {
        Span.Pause last = clock.span().pauses().getLast();
        Instant due = clock.deadline().due();
        long whole = Math.max(1, Duration.between(clock.span().start(), due).toSeconds());
        return (int) (100 * Math.max(0, Duration.between(last.from(), due).toSeconds()) / whole);
    }

    static String title(Page page, Programme programme, Clock clock) {
        Programme.ClockRule rule = programme.clocks().get(clock.name());
        return rule == null ? clock.name() : page.t(rule.title());
    }
}
