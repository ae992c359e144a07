package org.huiyin.city;

import java.time.Instant;
import org.huiyin.matter.Lapses;
import org.huiyin.sample.Samples;
import org.huiyin.supervision.Watch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What Huiyin does by itself, in the story's own time. */
@Component
class StoryMachine {

    private final Watch watch;
    private final Samples samples;
    private final ObjectProvider<Lapses> lapses;

    StoryMachine(Watch watch, Samples samples, ObjectProvider<Lapses> lapses) {
        this.watch = watch;
        this.samples = samples;
        this.lapses = lapses;
    }

    /** Looks at every clock and instrument whose time has come. */
    void watch(Instant now) {
        watch.act(now);
    }

    /** Closes what nobody rated in time, and draws the month's lots. */
    void night(Instant now) {
        samples.advance(now);
        lapses.ifAvailable(Lapses::act);
    }
}
