package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs up anybody who shows that a telephone is theirs; no account is needed. */
@Controller
class SignUpPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Shown shown;
    private final OpenViews views;
    private final Acting acting;
    private final Doorstep doorstep;

    SignUpPage(Shown shown, OpenViews views, Acting acting, Doorstep doorstep) {
        this.shown = shown;
        this.views = views;
        this.acting = acting;
        this.doorstep = doorstep;
    }

    /** Sends a code to the telephone that was typed. */
    @PostMapping("/activities/{id}/codes")
    ResponseEntity<JteModel> send(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        Doorstep.Asked asked = doorstep.knock(typed.text("name"), typed.text("phone"), "", request, response)
                .asked();
        return answer(page, one, request, asked);
    }

    /** Signs up whoever types the code, or whose browser we know. */
    @PostMapping("/activities/{id}/sign-ups")
    ResponseEntity<JteModel> signUp(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        Acting.Doer doer = views.doer(page, request);
        if (!typed.text("code").isEmpty()) {
            Doorstep.Knock knock =
                    doorstep.knock(typed.text("name"), typed.text("phone"), typed.text("code"), request, response);
            if (knock.guest() == 0) {
                return answer(page, one, request, knock.asked());
            }
            doer = Acting.Doer.guest(knock.guest());
        }
        if (doer == null) {
            throw new ProblemException(Problem.of("activity-who", 422));
        }
        Tried tried = acting.act(doer, one.id(), Acting.ANY, new Ask.SignUp(doer.self()), typed.key());
        Said.next(response, ActivityPage.said(page, Answers.done(page, tried)));
        return PlanPage.to("/activities/" + one.id());
    }

    @PostMapping("/activities/{id}/withdrawals")
    ResponseEntity<JteModel> withdraw(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        Acting.Doer doer = known(page, request);
        Answers.done(
                page,
                acting.act(
                        doer, one.id(), Acting.ANY, new Ask.Withdraw(doer.self(), typed.text("reason")), typed.key()));
        Said.next(response, page.t("activity.said.withdrawn"));
        return PlanPage.to("/activities/" + one.id());
    }

    /** What somebody who was there thought of it. */
    @PostMapping("/activities/{id}/ratings")
    ResponseEntity<JteModel> rate(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        Acting.Doer doer = known(page, request);
        String said = typed.text("satisfied").toUpperCase(Locale.ROOT);
        Deed.Satisfied satisfied = said.matches("YES|MOSTLY|NO") ? Deed.Satisfied.valueOf(said) : null;
        Answers.done(
                page,
                acting.act(
                        doer,
                        one.id(),
                        Acting.ANY,
                        new Ask.Rate(doer.self(), satisfied, typed.text("words")),
                        typed.key()));
        Said.next(response, page.t("activity.said.rated"));
        return PlanPage.to("/activities/" + one.id());
    }

    /** Lets the browser forget who they are, on a phone that is shared. */
    @PostMapping("/activities/leaving")
    ResponseEntity<JteModel> leave(HttpServletResponse response) {
        doorstep.leave(response);
        return PlanPage.to("/activities");
    }

    private Acting.Doer known(Page page, HttpServletRequest request) {
        Acting.Doer doer = views.doer(page, request);
        if (doer == null) {
            throw new ProblemException(Problem.of("activity-who", 422));
        }
        return doer;
    }

    private ResponseEntity<JteModel> answer(
            Page page, Shown.One one, HttpServletRequest request, Doorstep.Asked asked) {
        return ResponseEntity.status(asked.error().isEmpty() ? 200 : 422)
                .body(templates.activityOpenone(page, views.of(page, one, request, asked)));
    }
}
