package org.huiyin.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.webhook.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own subscriptions for programs. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Scoped(Scope.WEBHOOKS)
class WebhookApi {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final InstantSource clock;

    WebhookApi(Webhooks webhooks, Subscriptions subscriptions, Outbox outbox, InstantSource clock) {
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A subscription.
     *
     * @param secret the key of the signatures; told when it is made or rotated, else null
     */
    record WebhookJson(
            long id,
            String name,
            String url,
            List<String> steps,
            List<String> programmes,
            List<Integer> units,
            String state,
            Instant madeAt,
            @Nullable Instant failingSince,
            @Nullable String secret) {

        static WebhookJson of(Subscription one, @Nullable Secret secret) {
            return new WebhookJson(
                    one.id(),
                    one.name(),
                    one.url(),
                    one.steps(),
                    one.programmes(),
                    one.units(),
                    one.state().key(),
                    one.madeAt(),
                    one.failingSince(),
                    secret == null ? null : secret.text());
        }
    }

    /** What is to be told, and where; all steps, programmes and units within reach when left out. */
    record NewWebhook(
            String name,
            String url,
            @Nullable List<String> steps,
            @Nullable List<String> programmes,
            @Nullable List<Integer> units) {}

    /** @param active false to pause it: steps meanwhile are not told */
    record Turn(boolean active) {}

    /**
     * A message.
     *
     * @param id as {@code webhook-id} carries it
     * @param status what the receiver answered; null when it did not
     * @param failure why it did not come through; null when it did or was not tried yet
     */
    record MessageJson(
            String id,
            String type,
            Instant causedAt,
            String state,
            int attempts,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Integer tookMillis) {

        static MessageJson of(Outbox.Message one) {
            return new MessageJson(
                    one.name(),
                    one.event(),
                    one.causedAt(),
                    one.state().key(),
                    one.attempts(),
                    one.triedAt(),
                    one.status(),
                    one.failure(),
                    one.tookMillis());
        }
    }

    @GetMapping
    Items<WebhookJson> all(Page page) {
        return Items.all(subscriptions.all().stream()
                .filter(one -> own(page, one))
                .map(one -> WebhookJson.of(one, null))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookJson make(@Body NewWebhook wanted, Page page) {
        Subscription.Wanted asked = new Subscription.Wanted(
                wanted.name().strip(),
                wanted.url().strip(),
                or(wanted.steps()),
                or(wanted.programmes()),
                or(wanted.units()));
        return switch (webhooks.make(asked, page.reader(), page.reader().name())) {
            case Webhooks.Made.Done(long id, Secret secret) -> WebhookJson.of(find(page, Long.toString(id)), secret);
            case Webhooks.Made.Wrong(String what) ->
                throw new ProblemException(Problem.of("webhook-wrong", 422)
                        .because(page.t("webhook.wrong." + what, Webhooks.LONGEST_NAME))
                        .with("reason", what));
        };
    }

    private static <T> List<T> or(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    @GetMapping("/{id}")
    WebhookJson show(@PathVariable String id, Page page) {
        return WebhookJson.of(find(page, id), null);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id, Page page) {
        webhooks.turn(find(page, id), State.REMOVED);
        return ResponseEntity.noContent().build();
    }

    /** Pauses it, or sets it going again, also after it was disabled. */
    @PostMapping("/{id}/state")
    WebhookJson turn(@PathVariable String id, @Body Turn wanted, Page page) {
        webhooks.turn(find(page, id), wanted.active() ? State.ACTIVE : State.PAUSED);
        return show(id, page);
    }

    /** Gives it another key; for a day messages are signed with both. */
    @PostMapping("/{id}/rotation")
    WebhookJson rotate(@PathVariable String id, Page page) {
        Subscription one = find(page, id);
        return WebhookJson.of(one, webhooks.rotate(one));
    }

    /** Sends a message that says nothing, to try it. */
    @PostMapping("/{id}/trials")
    ResponseEntity<Void> trial(@PathVariable String id, Page page) {
        outbox.trial(find(page, id).id(), clock.instant());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/messages")
    Items<MessageJson> messages(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        if (!state.matches("|waiting|delivered|given-up|withheld")) {
            throw Parameters.wrong("state");
        }
        int most = Items.limit(limit);
        long before = Parameters.cursor(after, ID, Long::valueOf).orElse(Long.MAX_VALUE);
        return Items.page(
                outbox.log(find(page, id).id(), before, state, most + 1),
                most,
                MessageJson::of,
                one -> Long.toString(one.id()));
    }

    /** Sends a message again, under its id and with the same words. */
    @PostMapping("/{id}/messages/{message}/replay")
    ResponseEntity<Void> replay(@PathVariable String id, @PathVariable String message, Page page) {
        String digits = message.replaceFirst("^msg_", "");
        long number = ID.matcher(digits).matches() ? Long.parseLong(digits) : 0;
        if (!outbox.again(find(page, id).id(), number, clock.instant())) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        return ResponseEntity.noContent().build();
    }

    private static boolean own(Page page, Subscription one) {
        return one.account() == page.reader().account()
                && one.post() == page.reader().post();
    }

    private Subscription find(Page page, String id) {
        return java.util.Optional.of(id)
                .filter(written -> ID.matcher(written).matches())
                .flatMap(written -> subscriptions.find(Long.parseLong(written)))
                .filter(one -> own(page, one))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }
}
