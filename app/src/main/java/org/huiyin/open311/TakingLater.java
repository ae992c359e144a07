package org.huiyin.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huiyin.matter.Outcome;
import org.huiyin.open311.Postbox.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Raises what was answered with a token, and what a machine that broke down left behind. Several machines may do so at once. */
@Component
@ConditionalOnWebApplication
class TakingLater {

    private static final Logger log = LoggerFactory.getLogger(TakingLater.class);
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(2);
    private static final int AT_ONCE = 50;

    private final Postbox postbox;
    private final Taking taking;
    private final Open311Settings settings;
    private final InstantSource clock;

    TakingLater(Postbox postbox, Taking taking, Open311Settings settings, InstantSource clock) {
        this.postbox = postbox;
        this.taking = taking;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void take() {
        Instant now = clock.instant();
        for (Report report : postbox.waiting(settings.batch() ? now : now.minus(LEFT_BEHIND), AT_ONCE)) {
            Outcome outcome = taking.take(report);
            if (outcome != null && !(outcome instanceof Outcome.Done)) {
                log.warn(
                        "A request posted under key {} was answered with a token and then refused: {}",
                        report.key(),
                        outcome);
                postbox.refused(report.token(), outcome instanceof Outcome.Refused(var why) ? why.slug() : "not-taken");
            }
        }
    }
}
