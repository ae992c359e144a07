package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signs up anybody who shows that a telephone is theirs; no account is needed. */
@Controller
class SignUpPage {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·. '-]{1,40}");

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

    /** What lets strangers in. */
    @Component
    record Doorstep(PhoneCodes codes, ShortMessages messages, TextWords words, Guests guests, GuestCookie cookie) {

        /** Sends a code; the key of the sentence that says why not, empty when it is on its way. */
        Optional<String> send(String phone, String address) {
            if (!messages.reach()) {
                return Optional.of("activity.code.unreachable");
            }
            Optional<String> code = codes.fresh(phone, address);
            if (code.isEmpty()) {
                return Optional.of("activity.code.too-many");
            }
            return messages.send(phone, words.code(code.get(), PhoneCodes.MINUTES))
                    ? Optional.empty()
                    : Optional.of("activity.code.not-sent");
        }
    }

    /** Sends a code to the telephone that was typed. */
    @PostMapping("/activities/{id}/codes")
    ResponseEntity<JteModel> send(@PathVariable String id, Page page, HttpServletRequest request) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        String name = typed.text("name");
        Optional<String> phone = PhoneCodes.phone(typed.text("phone"));
        if (!NAME.matcher(name).matches() || phone.isEmpty()) {
            String error = page.t(phone.isEmpty() ? "activity.code.phone" : "activity.code.name");
            return answer(page, one, request, new OpenViews.Asked(false, name, typed.text("phone"), error), 422);
        }
        Optional<String> refused = doorstep.send(phone.get(), CallerAddress.of(request));
        return answer(
                page,
                one,
                request,
                new OpenViews.Asked(
                        refused.isEmpty(),
                        name,
                        phone.get(),
                        refused.map(page::t).orElse(null)),
                refused.isEmpty() ? 200 : 422);
    }

    /** Signs up whoever types the code, or whose browser we know. */
    @PostMapping("/activities/{id}/sign-ups")
    ResponseEntity<JteModel> signUp(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.open(page, id);
        Typed typed = new Typed(Filled.of(request));
        Acting.Doer doer = views.doer(page, request);
        if (!typed.text("code").isEmpty()) {
            String phone = PhoneCodes.phone(typed.text("phone")).orElse("");
            String name = typed.text("name");
            if (phone.isEmpty()
                    || !NAME.matcher(name).matches()
                    || !doorstep.codes().right(phone, typed.text("code"))) {
                return answer(
                        page, one, request, new OpenViews.Asked(true, name, phone, page.t("activity.code.wrong")), 422);
            }
            long guest = doorstep.guests().known(phone, name, page.formats().now());
            doorstep.cookie().give(request, response, guest);
            doer = Acting.Doer.guest(guest);
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
        doorstep.cookie().takeBack(response);
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
            Page page, Shown.One one, HttpServletRequest request, OpenViews.Asked asked, int status) {
        return ResponseEntity.status(status).body(templates.activityOpenone(page, views.of(page, one, request, asked)));
    }
}
