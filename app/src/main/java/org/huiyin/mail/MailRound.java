package org.huiyin.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, a letter a transaction: the row of the address is held while the server is spoken to, so any number of nodes may go round
 * at once, and what a stopped node had not sent is sent by the next. When the server is away nothing is blamed on a mail; it is asked again later
 * and later.
 */
@Component
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);

    private static final List<Duration> REST = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    private static final Duration KEPT = Duration.ofDays(30);

    private final MailSettings settings;
    private final ToPeople people;
    private final ToRaisers raisers;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private int failures;
    private Instant restingUntil = Instant.MIN;

    MailRound(
            MailSettings settings,
            ToPeople people,
            ToRaisers raisers,
            Mails mails,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.settings = settings;
        this.people = people;
        this.raisers = raisers;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How a letter fared. */
    enum Fared {
        /** There was none. */
        NOTHING,
        DONE,
        /** The server cannot be spoken to. */
        AWAY
    }

    @Scheduled(fixedDelayString = "${huiyin.mail.every:5s}", initialDelayString = "${huiyin.mail.every:5s}")
    synchronized void go() {
        if (!settings.on() || restingUntil.isAfter(clock.instant())) {
            return;
        }
        try (Postman postman = new Postman(settings)) {
            Fared fared = all(postman);
            if (fared == Fared.AWAY) {
                Duration rest = REST.get(Math.min(failures++, REST.size() - 1));
                restingUntil = clock.instant().plus(rest);
                log.warn("The mail server {} is away; mails wait, it is asked again in {}", settings.host(), rest);
            } else {
                failures = 0;
            }
        }
    }

    private Fared all(Postman postman) {
        Fared people = until(() -> this.people.next(postman, clock.instant()));
        return people == Fared.AWAY ? people : until(() -> raisers.next(postman, clock.instant()));
    }

    private Fared until(Supplier<Fared> next) {
        Fared fared = Fared.DONE;
        while (fared == Fared.DONE) {
            fared = transaction.execute(status -> next.get());
        }
        return fared;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void forget() {
        mails.forget(clock.instant().minus(KEPT));
    }
}
