package org.huiyin.supervision;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.calendar.Calendars;
import org.huiyin.matter.Clock;
import org.huiyin.matter.MatterLookup;
import org.springframework.stereotype.Component;

/** Reckons until when an instrument may be answered that is put back now. */
@Component
final class Terms {

    private final Ladders ladders;
    private final Calendars calendars;
    private final MatterLookup lookup;

    Terms(Ladders ladders, Calendars calendars, MatterLookup lookup) {
        this.ladders = ladders;
        this.calendars = calendars;
        this.lookup = lookup;
    }

    /** Its whole time to answer from now; empty when no clock runs that it could stand for. */
    Optional<Instant> again(Instrument instrument, Instant now) {
        return lookup.find(instrument.matter())
                .flatMap(ladders::climbing)
                .flatMap(running -> until(instrument, running, now));
    }

    private Optional<Instant> until(Instrument instrument, Ladders.Climbing running, Instant now) {
        Clock clock = running.clock();
        return running.ladder()
                .find(instrument.kind())
                .map(rung -> rung.answerBy(
                        now, clock.deadline().due(), calendars.current().calendar()));
    }
}
