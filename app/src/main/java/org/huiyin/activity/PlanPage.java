package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans an activity, and changes the plan of one. */
@Controller
class PlanPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Kinds kinds;
    private final ActivityRights rights;
    private final Acting acting;
    private final PlanReading reading;
    private final Shown shown;
    private final Organisation organisation;

    PlanPage(Kinds kinds, ActivityRights rights, Acting acting, PlanReading reading, ShownPlaces places) {
        this.kinds = kinds;
        this.rights = rights;
        this.acting = acting;
        this.reading = reading;
        this.shown = places.shown();
        this.organisation = places.organisation();
    }

    @org.springframework.stereotype.Component
    record ShownPlaces(Shown shown, Organisation organisation) {}

    @GetMapping("/desk/activities/new")
    JteModel fresh(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String place,
            Page page) {
        Kind one = plannable(page, kind);
        Filled filled = reading.fresh(page, one, entry, place.isEmpty() ? usual(page) : place);
        return templates.activityPlan(page, form(page, one, null, filled, List.of()));
    }

    @PostMapping("/desk/activities")
    ResponseEntity<JteModel> plan(
            @RequestParam(defaultValue = "") String kind,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Kind one = plannable(page, kind);
        Filled filled = Filled.of(request);
        PlanReading.Read read = reading.read(page, one, filled);
        if (filled.has("press", "rows")) {
            return ResponseEntity.ok(templates.activityPlan(page, form(page, one, null, filled, List.of())));
        }
        if (read.wrong().isEmpty()) {
            Tried tried = acting.plan(page.reader(), one.name(), read.plan(), new Typed(filled).key());
            if (tried instanceof Tried.Refused refused) {
                return wrong(page, form(page, one, null, filled, Answers.sentences(page, refused)));
            }
            if (tried instanceof Tried.NotYours) {
                return wrong(page, form(page, one, null, filled, List.of(page.t("activity.wrong.out-of-reach"))));
            }
            Tried.Done done = Answers.done(page, tried);
            Said.next(
                    response,
                    page.t(
                            "activity.said.planned",
                            read.plan().title(),
                            read.plan().starts()));
            return to("/desk/activities/" + done.activity());
        }
        return wrong(page, form(page, one, null, filled, read.wrong()));
    }

    @GetMapping("/desk/activities/{id}/plan")
    JteModel change(@PathVariable String id, Page page) {
        Shown.One one = shown.run(page, id);
        return templates.activityPlan(
                page, form(page, one.kind(), one, reading.filled(one.so().plan()), List.of()));
    }

    @PostMapping("/desk/activities/{id}/plan")
    ResponseEntity<JteModel> change(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Filled filled = Filled.of(request);
        PlanReading.Read read = reading.read(page, one.kind(), filled);
        if (filled.has("press", "rows")) {
            return ResponseEntity.ok(templates.activityPlan(page, form(page, one.kind(), one, filled, List.of())));
        }
        if (!read.wrong().isEmpty()) {
            return wrong(page, form(page, one.kind(), one, filled, read.wrong()));
        }
        int expected = new Typed(filled).number("version").orElse(Acting.ANY);
        Tried tried = acting.act(
                Acting.Doer.of(page.reader()),
                one.id(),
                expected,
                new Ask.Change(read.plan()),
                new Typed(filled).key());
        if (tried instanceof Tried.Refused refused) {
            return wrong(page, form(page, one.kind(), one, filled, Answers.sentences(page, refused)));
        }
        Answers.done(page, tried);
        Said.next(response, page.t("activity.said.changed"));
        return to("/desk/activities/" + one.id());
    }

    private Kind plannable(Page page, String name) {
        Kind kind = kinds.newest(name).orElseThrow(() -> new ProblemException(Problem.of("no-such-activity", 404)));
        if (!rights.plans(page.reader(), kind)) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return kind;
    }

    private PlanForm form(
            Page page,
            Kind kind,
            Shown.@org.jspecify.annotations.Nullable One changed,
            Filled filled,
            List<String> wrong) {
        String path = changed == null ? "" : "/desk/activities/" + changed.id();
        return new PlanForm(
                changed == null ? "/desk/activities?kind=" + kind.name() : path + "/plan",
                changed == null ? "/desk/activities" : path,
                changed == null ? 0 : changed.so().version(),
                page.t(kind.title()),
                PlanForm.Shape.of(kind),
                filled,
                Options.of(organisation, page.locale()),
                PlanReading.rows(filled),
                new ArrayList<>(wrong));
    }

    /** Where somebody usually plans: the place their post covers, or that of their unit. */
    private String usual(Page page) {
        List<String> places = page.reader().reach().places();
        return places.size() == 1 ? places.getFirst() : "";
    }

    private static ResponseEntity<JteModel> wrong(JteModel model) {
        return ResponseEntity.status(422).body(model);
    }

    private ResponseEntity<JteModel> wrong(Page page, PlanForm form) {
        return wrong(templates.activityPlan(page, form));
    }

    static ResponseEntity<JteModel> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
