package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the code on the wall leads: whoever scanned it in time says who they are and is written down. */
@Controller
class ArrivalPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Shown shown;
    private final OpenViews views;
    private final Acting acting;
    private final Tokens tokens;
    private final Doorstep doorstep;

    ArrivalPage(Shown shown, OpenViews views, Acting acting, Tokens tokens, Doorstep doorstep) {
        this.shown = shown;
        this.views = views;
        this.acting = acting;
        this.tokens = tokens;
        this.doorstep = doorstep;
    }

    /** The page of whoever scanned; a code that is old or of another activity leads no further. */
    @GetMapping("/activities/{id}/arrival")
    JteModel scanned(
            @PathVariable String id,
            @RequestParam(name = "s", defaultValue = "") String session,
            @RequestParam(name = "t", defaultValue = "") String token,
            Page page,
            HttpServletRequest request) {
        long activity = Answers.number(id);
        int number = session.matches("[0-9]{1,3}") ? Integer.parseInt(session) : 0;
        Instant now = page.formats().now();
        if (!tokens.fresh(activity, number, token, now)) {
            throw new ProblemException(Problem.of("code-turned", 422));
        }
        Shown.One one = shown.scanned(activity);
        return form(
                page,
                one,
                number,
                request,
                Doorstep.Asked.NOTHING,
                tokens.ticket(activity, number, browser(request), now));
    }

    /** Says who they are: by post, by a browser we know, or by a telephone and its code. */
    @PostMapping("/activities/{id}/arrival")
    ResponseEntity<JteModel> arrive(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Typed typed = new Typed(Filled.of(request));
        long activity = Answers.number(id);
        int number = typed.number("session").orElse(0);
        Instant now = page.formats().now();
        String ticket = typed.text("ticket");
        if (!tokens.good(activity, number, browser(request), ticket, now)) {
            throw new ProblemException(Problem.of("code-turned", 422));
        }
        Shown.One one = shown.scanned(activity);
        Acting.Doer doer = views.doer(page, request);
        if (doer == null) {
            Doorstep.Knock knock =
                    doorstep.knock(typed.text("name"), typed.text("phone"), typed.text("code"), request, response);
            if (knock.guest() == 0) {
                return again(page, one, number, request, knock.asked(), ticket);
            }
            doer = Acting.Doer.guest(knock.guest());
        }
        Ask.Attend attend =
                new Ask.Attend(number, List.of(doer.self()), Deed.Way.CODE, now, typed.text("position"), "");
        Answers.done(page, acting.act(doer, one.id(), Acting.ANY, attend, "arrival-" + one.id() + "-" + number));
        Said.next(response, page.t("activity.said.arrived", one.so().plan().title()));
        return PlanPage.to(
                one.so().plan().open() || !page.reader().staff()
                        ? "/activities/" + one.id()
                        : "/desk/activities/" + one.id());
    }

    private JteModel form(
            Page page, Shown.One one, int session, HttpServletRequest request, Doorstep.Asked asked, String ticket) {
        return templates.activityArrival(page, views.of(page, one, request, asked), session, ticket);
    }

    private ResponseEntity<JteModel> again(
            Page page, Shown.One one, int session, HttpServletRequest request, Doorstep.Asked asked, String ticket) {
        int status = asked.error().isEmpty() ? 200 : 422;
        return ResponseEntity.status(status).body(form(page, one, session, request, asked, ticket));
    }

    /** What tells this browser from another: a ticket passed on is of no use elsewhere. */
    private static String browser(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return CallerAddress.of(request) + " " + (agent == null ? "" : agent);
    }
}
