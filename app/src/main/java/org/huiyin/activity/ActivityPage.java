package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An activity: what is planned, who comes, what came of it; signing up for it and calling it off. */
@Controller
class ActivityPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Shown shown;
    private final ActivityViews views;
    private final Acting acting;
    private final People people;

    ActivityPage(Shown shown, ActivityViews views, Acting acting, People people) {
        this.shown = shown;
        this.views = views;
        this.acting = acting;
        this.people = people;
    }

    @GetMapping("/desk/activities/{id}")
    JteModel show(@PathVariable String id, Page page) {
        return templates.activityActivity(page, views.of(page, shown.find(page, id)));
    }

    @PostMapping("/desk/activities/{id}/cancellation")
    ResponseEntity<JteModel> cancel(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Typed typed = new Typed(Filled.of(request));
        Answers.done(page, act(page, one, new Ask.Cancel(typed.text("reason")), typed));
        Said.next(response, page.t("activity.said.cancelled"));
        return to(one);
    }

    /** Signs up the reader, or whom they name. */
    @PostMapping("/desk/activities/{id}/sign-ups")
    ResponseEntity<JteModel> signUp(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.find(page, id);
        Typed typed = new Typed(Filled.of(request));
        String named = typed.text("people");
        if (named.isEmpty()) {
            Tried.Done done = Answers.done(
                    page, act(page, one, new Ask.SignUp(Who.post(page.reader().post())), typed));
            Said.next(response, said(page, done));
            return to(one);
        }
        People.Meant meant = people.meant(named, page.reader());
        int signed = 0;
        for (Who who : meant.who()) {
            Tried tried = acting.act(
                    Acting.Doer.of(page.reader()),
                    one.id(),
                    Acting.ANY,
                    new Ask.SignUp(who),
                    typed.key() + "-" + who.id());
            signed += tried instanceof Tried.Done ? 1 : 0;
        }
        String unclear = String.join("、", meant.unknown()) + String.join("；", meant.several());
        Said.next(
                response,
                unclear.isEmpty()
                        ? page.t("activity.said.signed-others", signed)
                        : page.t("activity.said.signed-some", signed, unclear));
        return to(one);
    }

    @PostMapping("/desk/activities/{id}/withdrawals")
    ResponseEntity<JteModel> withdraw(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.find(page, id);
        Typed typed = new Typed(Filled.of(request));
        Who who = typed.whos("who").stream()
                .findFirst()
                .orElse(Who.post(page.reader().post()));
        Answers.done(page, act(page, one, new Ask.Withdraw(who, typed.text("reason")), typed));
        Said.next(response, page.t("activity.said.withdrawn"));
        return to(one);
    }

    static String said(Page page, Tried.Done done) {
        boolean waits = done.deeds().stream()
                .anyMatch(deed -> deed instanceof Deed.SignedUp(Who who, boolean waiting) && waiting);
        return page.t(waits ? "activity.said.waits" : "activity.said.signed");
    }

    private Tried act(Page page, Shown.One one, Ask ask, Typed typed) {
        return acting.act(Acting.Doer.of(page.reader()), one.id(), Acting.ANY, ask, typed.key());
    }

    private static ResponseEntity<JteModel> to(Shown.One one) {
        return PlanPage.to("/desk/activities/" + one.id());
    }
}
