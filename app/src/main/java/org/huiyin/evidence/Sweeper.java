package org.huiyin.evidence;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps loose uploads once an hour. */
@Component
final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Attachments attachments;

    Sweeper(Attachments attachments) {
        this.attachments = attachments;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        int swept = attachments.sweep();
        if (swept > 0) {
            log.info("Swept {} uploads that no step claimed in time", swept);
        }
    }
}
