package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.track.Qr;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Takes attendance on a phone: by the list, by hand, or by the code on the wall. */
@Controller
class AttendancePage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Shown shown;
    private final ActivityViews views;
    private final Acting acting;
    private final People people;
    private final Tokens tokens;

    AttendancePage(Shown shown, ActivityViews views, Acting acting, People people, Tokens tokens) {
        this.shown = shown;
        this.views = views;
        this.acting = acting;
        this.people = people;
        this.tokens = tokens;
    }

    @GetMapping("/desk/activities/{id}/attendance")
    JteModel show(@PathVariable String id, @RequestParam(defaultValue = "") String session, Page page) {
        Shown.One one = shown.run(page, id);
        int number = session(one, session, page.formats().now());
        List<AttendanceView.Row> rows = views.rows(page, one).stream()
                .map(row -> new AttendanceView.Row(
                        row.who(),
                        row.name(),
                        row.more(),
                        row.host(),
                        row.there().get(number - 1),
                        row.far()))
                .toList();
        return templates.activityAttendance(
                page,
                new AttendanceView(
                        one.id(),
                        one.so().plan().title(),
                        number,
                        views.sessions(page, one.so()),
                        rows,
                        (int) rows.stream()
                                .filter(row -> !row.there().isEmpty())
                                .count(),
                        one.kind().ways().contains(Deed.Way.HAND),
                        one.kind().ways().contains(Deed.Way.CODE),
                        one.kind().ways().contains(Deed.Way.LIST),
                        UUID.randomUUID().toString()));
    }

    /** Ticks people off the list, or writes somebody down by hand with the reason. */
    @PostMapping("/desk/activities/{id}/attendance")
    ResponseEntity<JteModel> take(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Typed typed = new Typed(Filled.of(request));
        int session = session(one, typed.text("session"), page.formats().now());
        boolean hand = !typed.text("reason").isEmpty() || !typed.text("people").isEmpty();
        List<Who> whos = typed.whos("who");
        if (hand && !typed.text("people").isEmpty()) {
            People.Meant meant = people.meant(typed.text("people"), page.reader());
            if (!meant.clear()) {
                throw new ProblemException(Problem.of("activity-refused", 422)
                        .because(page.t(
                                "activity.wrong.unknown-people",
                                String.join("、", meant.unknown()) + String.join("；", meant.several()))));
            }
            whos = meant.who();
        }
        Ask.Attend attend = new Ask.Attend(
                session,
                whos,
                hand ? Deed.Way.HAND : Deed.Way.LIST,
                typed.told("at", page.formats().now()),
                typed.text("position"),
                typed.text("reason"));
        Tried.Done done = Answers.done(
                page, acting.act(Acting.Doer.of(page.reader()), one.id(), Acting.ANY, attend, typed.key()));
        Said.next(response, page.t("activity.said.attended", done.deeds().size()));
        return to(one, session);
    }

    @PostMapping("/desk/activities/{id}/attendance/corrections")
    ResponseEntity<JteModel> correct(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Typed typed = new Typed(Filled.of(request));
        int session = session(one, typed.text("session"), page.formats().now());
        Who who = typed.whos("who").stream()
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of("activity-refused", 422).because(page.t(Wrong.NOBODY.key()))));
        Answers.done(
                page,
                acting.act(
                        Acting.Doer.of(page.reader()),
                        one.id(),
                        Acting.ANY,
                        new Ask.Correct(session, who, typed.text("reason")),
                        typed.key()));
        Said.next(response, page.t("activity.said.corrected"));
        return to(one, session);
    }

    /** The code for the wall; the page asks for the next one by itself. */
    @GetMapping("/desk/activities/{id}/code")
    JteModel code(@PathVariable String id, @RequestParam(defaultValue = "") String session, Page page) {
        Shown.One one = shown.run(page, id);
        if (!one.kind().ways().contains(Deed.Way.CODE)) {
            throw new ProblemException(Answers.unknown());
        }
        Instant now = page.formats().now();
        int number = session(one, session, now);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/activities/" + one.id() + "/arrival")
                .queryParam("s", number)
                .queryParam("t", tokens.now(one.id(), number, now))
                .build()
                .toUriString();
        ActivityView.SessionRow row = views.sessions(page, one.so()).get(number - 1);
        return templates.activityCode(page, one.id(), one.so().plan().title(), row, Qr.of(address));
    }

    /** The sitting asked for, or the one that goes on or comes next. */
    private static int session(Shown.One one, String written, Instant now) {
        List<Session> sessions = one.so().plan().sessions();
        int asked = written.matches("[0-9]{1,3}") ? Integer.parseInt(written) : 0;
        if (one.so().plan().session(asked) != null) {
            return asked;
        }
        for (int number = 1; number <= sessions.size(); number++) {
            if (now.isBefore(sessions.get(number - 1).ends())) {
                return number;
            }
        }
        return sessions.size();
    }

    private static ResponseEntity<JteModel> to(Shown.One one, int session) {
        return PlanPage.to("/desk/activities/" + one.id() + "/attendance?session=" + session);
    }
}
