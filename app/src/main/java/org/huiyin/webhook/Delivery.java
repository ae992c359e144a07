package org.huiyin.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.outbound.Outbound;
import org.huiyin.outbound.Reply;
import org.huiyin.webhook.Outbox.Came;
import org.huiyin.webhook.Outbox.Message;
import org.huiyin.webhook.Outbox.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one message and writes down what came of it. One that does not come through is tried again later and later, for about three days;
 * when the other side is down as a whole, nothing is sent to it for a while.
 */
@Component
class Delivery {

    /** When it is tried again after so many tries. */
    private static final List<Duration> AGAIN = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(18),
            Duration.ofHours(24));

    private static final Duration LONGEST_REST = Duration.ofHours(2);
    private static final int READ_BYTES = 1000;
    private static final int SHOWN = 300;
    private static final int GONE = 410;

    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Payloads payloads;
    private final Outbound outbound;
    private final InstantSource clock;

    Delivery(Subscriptions subscriptions, Outbox outbox, Payloads payloads, Outbound outbound, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.payloads = payloads;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** How the subscriber stands after a try. */
    enum Standing {
        FINE,
        /** It did not take this message, or none. */
        FAILING,
        /** It says that it is gone for good. */
        GONE
    }

    Standing send(Subscription subscription, Message message) {
        Optional<String> payload = payload(subscription, message);
        Instant now = clock.instant();
        if (payload.isEmpty()) {
            outbox.withhold(message.id(), now);
            return Standing.FINE;
        }
        long started = System.nanoTime();
        Reply reply = outbound.post(
                URI.create(subscription.url()),
                headers(subscription, message, payload.get(), now),
                payload.get().getBytes(StandardCharsets.UTF_8),
                READ_BYTES);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return switch (reply) {
            case Reply.Answered answered
            when answered.status() / 100 == 2 -> {
                outbox.came(
                        message.id(),
                        new Came(State.DELIVERED, now, answered.status(), null, took, null),
                        clock.instant());
                subscriptions.cameThrough(subscription.id());
                yield Standing.FINE;
            }
            case Reply.Answered answered -> {
                failed(subscription, message, "status", answered, took);
                yield answered.status() == GONE ? Standing.GONE : Standing.FAILING;
            }
            case Reply.NotCalled(Reply.Why why) -> {
                failed(subscription, message, why.key(), null, took);
                yield Standing.FAILING;
            }
            case Reply.Failed(String what) -> {
                failed(subscription, message, what, null, took);
                yield Standing.FAILING;
            }
        };
    }

    /** The words it was sent with first, or else those it is sent with now. */
    private Optional<String> payload(Subscription subscription, Message message) {
        String sent = message.payload();
        if (sent != null) {
            return Optional.of(sent);
        }
        Optional<String> payload = payloads.of(subscription, message);
        payload.ifPresent(text -> outbox.payload(message.id(), text));
        return payload;
    }

    private Map<String, String> headers(Subscription subscription, Message message, String payload, Instant now) {
        long seconds = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", message.name());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put(
                "webhook-signature",
                Secret.signatures(subscriptions.secrets(subscription.id()), message.name(), seconds, payload));
        return headers;
    }

    private void failed(
            Subscription subscription,
            Message message,
            String failure,
            Reply.@Nullable Answered answered,
            Duration took) {
        Instant now = clock.instant();
        boolean last = message.attempts() >= AGAIN.size();
        Instant next = last ? now : now.plus(AGAIN.get(message.attempts()));
        Integer status = answered == null ? null : answered.status();
        outbox.came(
                message.id(),
                new Came(last ? State.GIVEN_UP : State.WAITING, next, status, failure, took, said(answered)),
                now);
        subscriptions.failed(subscription.id(), onlyThis(status) ? null : now.plus(rest(subscription.failures())));
    }

    /** Whether the answer speaks against this message rather than of the other side's state. */
    private static boolean onlyThis(@Nullable Integer status) {
        return status != null && status / 100 == 4 && !List.of(408, 425, 429).contains(status);
    }

    private static Duration rest(int failures) {
        Duration rest = AGAIN.get(Math.min(failures, AGAIN.size() - 1));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static @Nullable String said(Reply.@Nullable Answered answered) {
        if (answered == null) {
            return null;
        }
        String text = new String(answered.body(), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\uFFFD]+", " ");
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
