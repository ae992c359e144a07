package org.huiyin.calendar;

import java.time.Instant;
import java.util.List;
import org.huiyin.calendar.Limit.Measure;
import org.huiyin.calendar.Span.Pause;

/**
 * Runs a span leg by leg. A leg is as much of the limit and its extensions, in their order, as is counted in one measure
 * (5wd + 3wd is one leg of 8wd); the next leg begins where the leg before ended. All times are ticks of the table.
 */
final class Course {

    private final DayTable days;
    private final Span span;
    private int taken;

    Measure measure;
    /** The last day before the leg's days: the start day, or the day the leg before ended on. */
    int dayBefore;

    long begins;
    long ends;
    /** Where a leg of calendar days would end if its last day were not put off to a working day; elsewhere equal to {@code ends}. */
    long endsUnmoved;

    long near;
    boolean provisional;

    Course(DayTable days, Span span) {
        this.days = days;
        this.span = span;
        this.measure = span.limit().measure();
        this.ends = days.tick(span.start());
        this.dayBefore = DayTable.dayOf(ends);
    }

    /** Runs the next leg; false when there is none. */
    boolean advance() {
        if (taken > span.extensions().size()) {
            return false;
        }
        if (taken > 0) {
            dayBefore = DayTable.dayOf(ends - 1);
        }
        measure = part(taken).measure();
        int amount = 0;
        while (taken <= span.extensions().size() && part(taken).measure() == measure) {
            amount = Math.addExact(amount, part(taken).amount());
            taken++;
        }
        switch (measure) {
            case WORKING_MINUTES -> runWorkingTime(amount * 60_000_000_000L);
            case WORKING_HOURS -> runWorkingTime(amount * 3_600_000_000_000L);
            case WORKING_DAYS -> runWorkingDays(amount);
            case HOURS -> runAroundTheClock(amount * 3_600_000_000_000L);
            case DAYS -> runCalendarDays(Math.addExact(dayBefore, amount));
            case MONTHS ->
                runCalendarDays(DayTable.dayOf(DayTable.date(dayBefore).plusMonths(amount)));
        }
        return true;
    }

    private Limit part(int index) {
        return index == 0 ? span.limit() : span.extensions().get(index - 1);
    }

    private void runWorkingTime(long time) {
        begins = ends;
        endAtWork(time, time / 5);
    }

    private void runWorkingDays(int amount) {
        begins = DayTable.midnight(dayBefore + 1);
        long done = days.workedBefore(dayBefore + 1);
        long time = days.workedBefore(days.workdayAfter(dayBefore, amount) + 1) - done;
        long left = time / 5;
        if (amount >= 5) {
            // Also one working day before the end; more than a fifth only where the last day is longer than the others.
            left = Math.max(left, done + time - days.workedBefore(days.workdayAfter(dayBefore, amount - 1) + 1));
        }
        endAtWork(time, left);
    }

    private void endAtWork(long time, long left) {
        near = atWork(time - left);
        ends = atWork(time);
        endsUnmoved = ends;
        provisional |= days.unpublished(DayTable.dayOf(begins), DayTable.dayOf(ends - 1));
    }

    /** When that much working time has run since the leg began, not counting the work of others while the clock stood still. */
    private long atWork(long time) {
        long done = days.worked(begins) + time;
        List<Pause> pauses = span.pauses();
        for (int i = 0; i < pauses.size(); i++) {
            Instant to = pauses.get(i).to();
            if (to == null) {
                break;
            }
            long stopped = days.worked(Math.max(begins, days.tick(pauses.get(i).from())));
            if (stopped >= done) {
                break;
            }
            done += days.worked(Math.max(begins, days.tick(to))) - stopped;
        }
        return days.tickOf(done, DayTable.dayOf(begins));
    }

    private void runAroundTheClock(long time) {
        begins = ends;
        near = onTheClock(time - time / 5);
        ends = onTheClock(time);
        endsUnmoved = ends;
    }

    private void runCalendarDays(int lastDay) {
        begins = DayTable.midnight(dayBefore + 1);
        long time = DayTable.midnight(lastDay + 1) - begins;
        near = onTheClock(time - time / 5);
        endsUnmoved = onTheClock(time);
        ends = endOfWorkday(endsUnmoved);
        List<Pause> pauses = span.pauses();
        for (int i = 0; i < pauses.size(); i++) {
            // A pause in the days granted beyond the unmoved end stops those too.
            Instant to = pauses.get(i).to();
            long from = days.tick(pauses.get(i).from());
            if (to != null && from >= endsUnmoved && from < ends) {
                endsUnmoved = inTable(ends + days.tick(to) - from);
                ends = endOfWorkday(endsUnmoved);
            }
        }
        provisional |= days.unpublished(DayTable.dayOf(endsUnmoved - 1), DayTable.dayOf(ends - 1));
    }

    /** When that much time of any kind has run since the leg began, not counting pauses. */
    private long onTheClock(long time) {
        long end = inTable(begins + time);
        List<Pause> pauses = span.pauses();
        for (int i = 0; i < pauses.size(); i++) {
            Instant to = pauses.get(i).to();
            if (to == null) {
                break;
            }
            long stopped = Math.max(begins, days.tick(pauses.get(i).from()));
            if (stopped >= end) {
                break;
            }
            end = inTable(end + Math.max(begins, days.tick(to)) - stopped);
        }
        return end;
    }

    /** 24:00 of the day in which the tick falls, or of the first working day after it (Civil Code, articles 201 to 203). */
    private long endOfWorkday(long tick) {
        return DayTable.midnight(days.workdayFrom(DayTable.dayOf(tick - 1)) + 1);
    }

    private static long inTable(long tick) {
        if (tick > DayTable.midnight(DayTable.DAYS)) {
            throw DayTable.pastTheEnd();
        }
        return tick;
    }

    Deadline deadline() {
        return new Deadline(days.instant(ends), days.instant(near), provisional);
    }
}
