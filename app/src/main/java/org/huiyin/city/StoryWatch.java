package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.huiyin.notice.Messages;
import org.huiyin.sample.Samples;
import org.huiyin.supervision.Watch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the watch over clocks walk, and the lots be drawn, in the story's own time: every hour of the day at half past, and once a day. */
@Component
class StoryWatch {

    private static final int MORNING = 8;
    private static final int EVENING = 18;
    private static final Duration READ_BY_NOW = Duration.ofDays(4);

    private final Watch watch;
    private final Samples samples;
    private final Messages messages;
    private final ZoneId zone;

    StoryWatch(Watch watch, Samples samples, Messages messages, @Value("${huiyin.zone}") ZoneId zone) {
        this.watch = watch;
        this.samples = samples;
        this.messages = messages;
        this.zone = zone;
    }

    /** The first half past of the story. */
    Instant first(Instant begin) {
        return begin.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));
    }

    /** Walks at every half past from then to that time; returns the next. */
    Instant walk(Instant from, Instant to) {
        Instant next = from;
        while (!next.isAfter(to)) {
            ZonedDateTime here = next.atZone(zone);
            if (here.getHour() >= MORNING && here.getHour() <= EVENING) {
                watch.act(next);
            }
            if (here.getHour() == 0) {
                samples.advance(next);
            }
            next = next.plus(Duration.ofHours(1));
        }
        return next;
    }

    /** People have read what is some days old. */
    void settle(Instant now) {
        messages.readUntil(now.minus(READ_BY_NOW));
    }
}
