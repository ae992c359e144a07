package org.huiyin.webhook;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.webhook.Subscription.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The subscriptions of other systems and every message to them, for the administrator. */
@Controller
class WebhooksPage {

    private static final int ROWS = 50;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final StaticTemplates templates = new StaticTemplates();
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final WebhookViews views;
    private final Outbox outbox;
    private final Actors actors;
    private final InstantSource clock;

    WebhooksPage(
            Webhooks webhooks,
            Subscriptions subscriptions,
            WebhookViews views,
            Outbox outbox,
            Actors actors,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.subscriptions = subscriptions;
        this.views = views;
        this.outbox = outbox;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/admin/webhooks")
    JteModel list(@RequestParam(defaultValue = "") String who, Page page) {
        return page(page, new WebhookForm(who.length() > 60 ? "" : who, "", "", "", List.of(), ""), null);
    }

    private JteModel page(Page page, WebhookForm form, @Nullable String fault) {
        return templates.webhookWebhooks(page, views.rows(page), views.form(page, form), fault);
    }

    /** Makes a subscription and shows the key of its signatures, this once. */
    @PostMapping("/admin/webhooks")
    ResponseEntity<JteModel> make(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> step,
            @RequestParam(defaultValue = "") String units,
            Page page) {
        WebhookForm form = new WebhookForm(who, post, name.strip(), url.strip(), List.copyOf(step), units);
        Optional<Actor> owner = views.owner(form).flatMap(one -> actors.at(one.account(), one.post()));
        Optional<List<Integer>> named = webhooks.units(units);
        if (owner.isEmpty() || named.isEmpty()) {
            return wrong(page, form, owner.isEmpty() ? "owner" : "units");
        }
        Subscription.Wanted wanted =
                new Subscription.Wanted(form.name(), form.url(), form.steps(), List.of(), named.get());
        return switch (webhooks.make(wanted, owner.get(), page.reader().name())) {
            case Webhooks.Made.Done(long id, Secret secret) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(templates.webhookSecret(page, form.name(), secret.text(), "/admin/webhooks/" + id));
            case Webhooks.Made.Wrong(String what) -> wrong(page, form, what);
        };
    }

    private ResponseEntity<JteModel> wrong(Page page, WebhookForm form, String what) {
        return ResponseEntity.status(422)
                .body(page(page, form, page.t("webhook.wrong." + what, Webhooks.LONGEST_NAME)));
    }

    @GetMapping("/admin/webhooks/{id}")
    JteModel show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        Subscription one = find(id);
        String asked = state.matches("waiting|delivered|given-up|withheld") ? state : "";
        long from = ID.matcher(before).matches() ? Long.parseLong(before) : Long.MAX_VALUE;
        List<Outbox.Message> found = outbox.log(one.id(), from, asked, ROWS + 1);
        List<Outbox.Message> shown = found.subList(0, Math.min(ROWS, found.size()));
        return templates.webhookWebhook(
                page,
                views.row(page, one),
                shown.stream().map(message -> views.message(page, message)).toList(),
                asked,
                from == Long.MAX_VALUE ? null : page.with("before", null),
                found.size() > ROWS ? page.with("before", shown.getLast().id()) : null);
    }

    /** Pauses, sets going, tries, gives another key, or ends a subscription. */
    @PostMapping("/admin/webhooks/{id}/acts")
    ResponseEntity<JteModel> act(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String act,
            Page page,
            HttpServletResponse response) {
        Subscription one = find(id);
        switch (act) {
            case "pause" -> webhooks.turn(one, State.PAUSED);
            case "resume" -> webhooks.turn(one, State.ACTIVE);
            case "trial" -> outbox.trial(one.id(), clock.instant());
            case "remove" -> webhooks.turn(one, State.REMOVED);
            case "rotate" -> {
                String secret = webhooks.rotate(one).text();
                return ResponseEntity.ok(
                        templates.webhookSecret(page, one.name(), secret, "/admin/webhooks/" + one.id()));
            }
            default -> throw new ProblemException(Problem.of("malformed", 400));
        }
        Said.next(response, page.t("webhook.said." + act, one.name()));
        return to(act.equals("remove") ? "/admin/webhooks" : "/admin/webhooks/" + one.id());
    }

    @PostMapping("/admin/webhooks/{id}/messages/{message}/replay")
    ResponseEntity<JteModel> replay(
            @PathVariable String id, @PathVariable String message, Page page, HttpServletResponse response) {
        Subscription one = find(id);
        long number = ID.matcher(message).matches() ? Long.parseLong(message) : 0;
        boolean again = outbox.again(one.id(), number, clock.instant());
        Said.next(response, page.t(again ? "webhook.said.replay" : "webhook.said.waits"));
        return to("/admin/webhooks/" + one.id());
    }

    private Subscription find(String id) {
        return Optional.of(id)
                .filter(written -> ID.matcher(written).matches())
                .flatMap(written -> subscriptions.find(Long.parseLong(written)))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    private static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
