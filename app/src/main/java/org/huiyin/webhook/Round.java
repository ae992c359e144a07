package org.huiyin.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Actors;
import org.huiyin.org.Role;
import org.huiyin.webhook.Delivery.Standing;
import org.huiyin.webhook.Outbox.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes round the subscribers and sends what waits. Of one matter messages go out in order, the next only when the one before came through or
 * was given up; different matters do not wait for each other. A subscriber that fails is asked with one message at a time, and after five days
 * without any that came through it is left alone, and its owner told.
 */
@Component
class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    private static final int AT_ONCE = 8;
    private static final int MOST_IN_A_ROUND = 400;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONG_FAILURE = Duration.ofDays(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Farewell farewell;
    private final InstantSource clock;

    Round(Subscriptions subscriptions, Outbox outbox, Delivery delivery, Farewell farewell, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.delivery = delivery;
        this.farewell = farewell;
        this.clock = clock;
    }

    /** Leaves a subscriber alone and tells its owner and the administrators. */
    @Component
    static class Farewell {

        private final Subscriptions subscriptions;
        private final Messages messages;
        private final Actors actors;
        private final JdbcClient database;
        private final InstantSource clock;

        Farewell(
                Subscriptions subscriptions,
                Messages messages,
                Actors actors,
                JdbcClient database,
                InstantSource clock) {
            this.subscriptions = subscriptions;
            this.messages = messages;
            this.actors = actors;
            this.database = database;
            this.clock = clock;
        }

        void to(Subscription one) {
            if (!subscriptions.disable(one.id())) {
                return;
            }
            log.warn("Subscription {} to {} is disabled: its receiver does not answer", one.id(), one.url());
            Instant now = clock.instant();
            List<Audience> told = new ArrayList<>(List.of(Audience.over("", Role.ADMIN)));
            actors.at(one.account(), one.post()).ifPresent(owner -> told.add(Audience.at(owner.unit(), owner.role())));
            messages.tell(
                    database,
                    List.of(new Telling(
                            "webhook-disabled",
                            told,
                            List.of(Word.of(one.name()), Word.of(one.url())),
                            "/admin/webhooks/" + one.id(),
                            0,
                            now,
                            0)),
                    now);
        }
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 3_000)
    void go() {
        Instant now = clock.instant();
        List<Subscription> due = subscriptions.all().stream()
                .filter(one -> one.state() == Subscription.State.ACTIVE && rested(one, now))
                .filter(one -> !outbox.next(one.id(), now, 1).isEmpty())
                .toList();
        if (due.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> threads.submit(() -> serve(one.id())));
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        outbox.forget(clock.instant().minus(KEPT));
    }

    private static boolean rested(Subscription one, Instant now) {
        Instant until = one.restingUntil();
        return until == null || !until.isAfter(now);
    }

    /** Sends what waits for one subscriber, as long as it goes well. */
    private void serve(long id) {
        if (!subscriptions.lease(id, LEASE)) {
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int sent = 0;
            boolean well = true;
            while (well && sent < MOST_IN_A_ROUND) {
                Subscription one = subscriptions.find(id).orElseThrow();
                List<Message> batch = outbox.next(id, clock.instant(), one.failures() == 0 ? AT_ONCE : 1);
                well = !batch.isEmpty() && one.state() == Subscription.State.ACTIVE && send(threads, one, batch);
                sent += batch.size();
            }
        } catch (RuntimeException e) {
            log.error("Subscription {}: messages wait for the next round", id, e);
        } finally {
            subscriptions.giveBack(id);
        }
    }

    private boolean send(ExecutorService threads, Subscription one, List<Message> batch) {
        List<Future<Standing>> tries = batch.stream()
                .map(message -> threads.submit(() -> delivery.send(one, message)))
                .toList();
        boolean well = true;
        for (Future<Standing> tried : tries) {
            Standing standing = outcome(tried);
            well &= standing == Standing.FINE;
            if (standing == Standing.GONE) {
                farewell.to(one);
            }
        }
        Instant since = one.failingSince();
        if (!well && since != null && since.plus(LONG_FAILURE).isBefore(clock.instant())) {
            farewell.to(one);
        }
        return well;
    }

    private static Standing outcome(Future<Standing> tried) {
        try {
            return tried.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Standing.FAILING;
        } catch (ExecutionException e) {
            log.error("A message to a subscriber was not sent; it waits", e.getCause());
            return Standing.FAILING;
        }
    }
}
