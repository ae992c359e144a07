package org.huiyin.activity;

import java.time.Instant;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.Span;
import org.springframework.stereotype.Component;

/** Until when it has to be told what came of an activity. */
@Component
class ReportDue {

    private final Calendars calendars;

    ReportDue(Calendars calendars) {
        this.calendars = calendars;
    }

    record Due(Instant at, boolean late) {}

    Due of(Kind kind, Activity so, Instant now) {
        Instant at = calendars
                .current()
                .calendar()
                .deadline(Span.of(so.plan().ends(), kind.reportWithin()))
                .due();
        return new Due(at, so.standing() == Activity.Standing.PLANNED && now.isAfter(at));
    }
}
