package org.huiyin.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.huiyin.calendar.Deadline;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a matter: running, standing still, or stopped.
 *
 * @param ordinal its place among the matter's clocks, in the order they began
 * @param unit the co-handler it runs for; null for the matter's own
 * @param deadline when it is due, under the calendar version it was last reckoned with
 * @param recorded whether the due time was recorded by another system and is kept as it was
 * @param stoppedAt when it ended; null while it is open
 * @param met whether what it waited for happened, as against the matter having ended otherwise
 */
public record Clock(
        int ordinal,
        String name,
        @Nullable Integer unit,
        int round,
        Span span,
        Deadline deadline,
        String calendar,
        boolean recorded,
        @Nullable Instant stoppedAt,
        boolean met) {

    private static final int MOST_DAYS = 60;

    static Clock start(int ordinal, String name, @Nullable Integer unit, int round, Span span, WorkCalendar calendar) {
        return new Clock(
                ordinal, name, unit, round, span, calendar.deadline(span), calendar.version(), false, null, false);
    }

    public boolean open() {
        return stoppedAt == null;
    }

    public boolean paused() {
        return open() && !span.pauses().isEmpty() && span.pauses().getLast().to() == null;
    }

    public boolean running() {
        return open() && !paused();
    }

    /** Whether it was, or at that instant is, past its due time; a paused clock is not. */
    public boolean overdueAt(Instant instant) {
        Instant end = stoppedAt == null ? instant : stoppedAt;
        return !paused() && end.isAfter(deadline.due());
    }

    /** This clock by a calendar and a limit: from the same start, with the same pauses and extensions. The very same when they judged it before. */
    Clock under(WorkCalendar reckoning, Limit limit) {
        if (calendar.equals(reckoning.version()) && span.limit().equals(limit)) {
            return this;
        }
        return reckoned(new Span(span.start(), limit, span.pauses(), span.extensions()), reckoning);
    }

    /** A clock whose due time another system recorded; it is kept and not reckoned again. */
    Clock recordedDue(Instant due) {
        return new Clock(
                ordinal, name, unit, round, span, new Deadline(due, due, false), calendar, true, stoppedAt, met);
    }

    Clock stop(Instant at, boolean how) {
        return new Clock(ordinal, name, unit, round, span, deadline, calendar, recorded, at, how);
    }

    Clock pause(Instant at) {
        List<Span.Pause> pauses = new ArrayList<>(span.pauses());
        pauses.add(new Span.Pause(at, null));
        return with(new Span(span.start(), span.limit(), pauses, span.extensions()), deadline, calendar);
    }

    Clock resume(Instant at, WorkCalendar reckoning) {
        List<Span.Pause> pauses = new ArrayList<>(span.pauses());
        pauses.set(pauses.size() - 1, new Span.Pause(pauses.getLast().from(), at));
        Span resumed = new Span(span.start(), span.limit(), pauses, span.extensions());
        Duration stood = Duration.between(span.pauses().getLast().from(), at);
        return recorded ? with(resumed, moved(deadline.due().plus(stood)), calendar) : reckoned(resumed, reckoning);
    }

    Clock extend(Limit by, WorkCalendar reckoning) {
        List<Limit> extensions = new ArrayList<>(span.extensions());
        extensions.add(by);
        Span longer = new Span(span.start(), span.limit(), span.pauses(), extensions);
        return recorded
                ? with(longer, reckoning.deadline(Span.of(deadline.due(), by)), reckoning.version())
                : reckoned(longer, reckoning);
    }

    /** By how many working days this clock would have to be lengthened to end on that day; empty when no number does. */
    public OptionalInt workingDaysTo(LocalDate day, WorkCalendar reckoning, ZoneId zone) {
        for (int days = 1; days <= MOST_DAYS; days++) {
            LocalDate due = extend(Limit.parse(days + "wd"), reckoning)
                    .deadline()
                    .due()
                    .atZone(zone)
                    .toLocalDate();
            if (due.equals(day)) {
                return OptionalInt.of(days);
            }
            if (due.isAfter(day)) {
                break;
            }
        }
        return OptionalInt.empty();
    }

    private static Deadline moved(Instant due) {
        return new Deadline(due, due, false);
    }

    private Clock reckoned(Span longer, WorkCalendar reckoning) {
        return with(longer, reckoning.deadline(longer), reckoning.version());
    }

    private Clock with(Span newSpan, Deadline newDeadline, String version) {
        return new Clock(ordinal, name, unit, round, newSpan, newDeadline, version, recorded, stoppedAt, met);
    }
}
