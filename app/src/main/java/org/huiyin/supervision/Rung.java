package org.huiyin.supervision;

import java.time.Instant;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * One rung of a ladder: an instrument, when it is served and how long it may be answered.
 *
 * @param number how instruments of this kind are numbered, with gaps for year and number
 * @param later how long after the clock is due; null unless {@code when} is LATER
 * @param answer how long it may be answered; null when it lapses with the clock and is answered by answering the matter
 * @param byMachine whether it is served by itself; otherwise it is proposed and a person signs
 * @param heads whether only the head of the unit answers it
 * @param step the step by which a person serves it before its time; null for none
 * @param note the field of that step with the reason
 * @param text what it says, with gaps
 */
record Rung(
        String kind,
        Text name,
        Text number,
        When when,
        @Nullable Limit later,
        @Nullable Limit answer,
        boolean byMachine,
        boolean heads,
        @Nullable String step,
        @Nullable String note,
        Text text) {

    /** From when on a rung may be served. */
    enum When {
        NEAR,
        DUE,
        LATER,
        LAPSE
    }

    /** When it may be served at the earliest, the former having lapsed at that time. */
    Instant earliest(Instant due, Instant lapsed, WorkCalendar calendar) {
        return switch (when) {
            case NEAR, DUE -> due;
            case LATER ->
                later == null ? due : calendar.deadline(Span.of(due, later)).due();
            case LAPSE -> lapsed;
        };
    }

    /** Until when it may be answered: always reckoned from when it was really served, so that an outage takes nobody's time. */
    Instant answerBy(Instant served, Instant due, WorkCalendar calendar) {
        return answer == null ? due : calendar.deadline(Span.of(served, answer)).due();
    }

    /** Whether it wants an answer in writing. */
    boolean answerable() {
        return answer != null;
    }

    boolean answeredBy(Role role) {
        return role == Role.UNIT_HEAD || (!heads && role == Role.HANDLER);
    }
}
