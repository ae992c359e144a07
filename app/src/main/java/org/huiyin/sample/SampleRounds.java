package org.huiyin.sample;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once an hour whether a month is to be committed to or drawn. */
@Component
@ConditionalOnWebApplication
class SampleRounds {

    private final Samples samples;
    private final InstantSource clock;

    SampleRounds(Samples samples, InstantSource clock) {
        this.samples = samples;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void advance() {
        samples.advance(clock.instant());
    }
}
