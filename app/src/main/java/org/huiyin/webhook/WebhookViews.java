package org.huiyin.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.key.Owner;
import org.huiyin.key.Owners;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.huiyin.webhook.WebhookForm.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts subscriptions and messages into words. */
@Component
class WebhookViews {

    private final Subscriptions subscriptions;
    private final Owners owners;
    private final Organisation organisation;
    private final Programmes programmes;

    WebhookViews(Subscriptions subscriptions, Owners owners, Organisation organisation, Programmes programmes) {
        this.subscriptions = subscriptions;
        this.owners = owners;
        this.organisation = organisation;
        this.programmes = programmes;
    }

    List<WebhookRow> rows(Page page) {
        List<Subscription> all = subscriptions.all();
        Map<Long, Owner> holders =
                owners.at(all.stream().map(Subscription::post).toList());
        return all.stream().map(one -> row(page, one, holders)).toList();
    }

    WebhookRow row(Page page, Subscription one) {
        return row(page, one, owners.at(List.of(one.post())));
    }

    private WebhookRow row(Page page, Subscription one, Map<Long, Owner> holders) {
        return new WebhookRow(
                one.id(),
                one.name(),
                one.url(),
                said(page, holders.get(one.post())),
                one.steps().stream().map(step -> step(page, step)).toList(),
                one.units().stream()
                        .map(unit -> organisation.units().name(unit, page.locale()))
                        .toList(),
                one.state().key(),
                page.t("webhook.state." + one.state().key()),
                one.failingSince());
    }

    private String step(Page page, String name) {
        return programmes.newest().stream()
                .flatMap(programme -> programme.step(name).stream())
                .findFirst()
                .map(StepRule::title)
                .map(page::t)
                .orElse(name);
    }

    WebhookForm.Offered form(Page page, WebhookForm form) {
        @Nullable
        List<Choice> posts = form.who().isBlank()
                ? null
                : owners.search(form.who()).stream()
                        .map(owner -> new Choice(Long.toString(owner.post()), said(page, owner)))
                        .toList();
        List<Choice> steps = programmes.newest().stream()
                .flatMap(programme -> programme.steps().keySet().stream())
                .distinct()
                .map(step -> new Choice(step, step(page, step)))
                .toList();
        return new WebhookForm.Offered(form, posts, steps);
    }

    Optional<Owner> owner(WebhookForm form) {
        return owners.search(form.who()).stream()
                .filter(one -> Long.toString(one.post()).equals(form.post()))
                .findFirst();
    }

    WebhookRow.Sent message(Page page, Outbox.Message one) {
        Integer took = one.tookMillis();
        String answer = one.answer();
        String payload = one.payload();
        return new WebhookRow.Sent(
                one.id(),
                one.name(),
                one.event(),
                one.matter() == 0 ? "" : new MatterNumber(one.matter()).toString(),
                one.causedAt(),
                one.state().key(),
                page.t("webhook.message." + one.state().key()),
                one.attempts(),
                came(page, one) + (took == null ? "" : " · " + page.t("webhook.took", took)),
                answer == null ? "" : answer,
                one.state() == Outbox.State.WAITING && one.attempts() > 0 ? one.nextAt() : null,
                payload == null ? "" : payload);
    }

    private static String came(Page page, Outbox.Message one) {
        Integer status = one.status();
        String failure = one.failure();
        if (status != null) {
            return page.t("webhook.status", Integer.toString(status));
        }
        return failure == null ? "" : page.t("webhook.failure." + failure);
    }

    private String said(Page page, @Nullable Owner owner) {
        return owner == null
                ? ""
                : organisation.units().name(owner.unit(), page.locale()) + " · " + owner.title() + " " + owner.name();
    }
}
