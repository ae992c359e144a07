package org.huiyin.activity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Outcome;
import org.huiyin.privacy.Keyring;
import org.huiyin.track.Refusals;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what came of an activity, and what was found there: kept, or made a matter in the same tap. */
@Controller
class ReportPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Shown shown;
    private final ActivityViews views;
    private final Acting acting;
    private final FormFiles files;
    private final FindingParts parts;

    ReportPage(Shown shown, ActivityViews views, Acting acting, FormFiles files, FindingParts parts) {
        this.shown = shown;
        this.views = views;
        this.acting = acting;
        this.files = files;
        this.parts = parts;
    }

    @org.springframework.stereotype.Component
    record FindingParts(Activities activities, FoundMatters matters, Keyring keyring) {}

    @PostMapping("/desk/activities/{id}/report")
    ResponseEntity<JteModel> report(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        HandedIn photos = files.take(page, request, response);
        if (photos.error() != null) {
            return again(page, one, new ActivityViews.Sent("report", filled, photos, List.of()));
        }
        Tried tried = acting.act(
                Acting.Doer.of(page.reader()),
                one.id(),
                Acting.ANY,
                new Ask.Report(filled.raw(one.kind().report()), typed.text("note"), photos.ids()),
                typed.key());
        if (tried instanceof Tried.Refused refused) {
            return again(
                    page,
                    one,
                    new ActivityViews.Sent(
                            "report", filled.wrong(refused.fields()), photos, Answers.sentences(page, refused)));
        }
        Answers.done(page, tried);
        Said.next(response, page.t("activity.said.reported"));
        return to(one, "#report");
    }

    /** Writes a finding down; with another button it becomes a matter in the same tap. */
    @PostMapping("/desk/activities/{id}/findings")
    ResponseEntity<JteModel> find(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String press,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Shown.One one = shown.run(page, id);
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        HandedIn photos = files.take(page, request, response);
        if (photos.error() != null) {
            return again(page, one, new ActivityViews.Sent("finding", filled, photos, List.of()));
        }
        Acting.Doer doer = Acting.Doer.of(page.reader());
        String place = typed.text("place").isEmpty() ? one.so().plan().place() : typed.text("place");
        Ask.Find find = new Ask.Find(
                token(doer.scoped(typed.key())),
                typed.text("title"),
                typed.text("detail"),
                place,
                typed.text("position"),
                photos.ids());
        Tried tried = acting.act(doer, one.id(), Acting.ANY, find, typed.key());
        if (tried instanceof Tried.Refused refused) {
            return again(
                    page, one, new ActivityViews.Sent("finding", filled, photos, Answers.sentences(page, refused)));
        }
        Tried.Done done = Answers.done(page, tried);
        String said = page.t("activity.said.found");
        if (press.equals("raise")) {
            said = parts.activities().findings(one.id()).stream()
                    .filter(finding -> finding.seq() == done.version())
                    .findFirst()
                    .map(finding -> raised(page, one, finding.id()))
                    .orElse(said);
        }
        Said.next(response, said);
        return to(one, "#findings");
    }

    @PostMapping("/desk/activity-findings/{id}/matter")
    ResponseEntity<JteModel> raise(@PathVariable String id, Page page, HttpServletResponse response) {
        Finding finding = parts.activities()
                .finding(Answers.number(id))
                .orElseThrow(() -> new ProblemException(Answers.unknown()));
        Shown.One one = shown.run(page, Long.toString(finding.activity()));
        Said.next(response, raised(page, one, finding.id()));
        return to(one, "#findings");
    }

    private String raised(Page page, Shown.One one, long finding) {
        return switch (parts.matters().raise(page.reader(), one.kind(), one.so(), finding)) {
            case FoundMatters.Raised.Done(var number) -> page.t("activity.said.raised", number);
            case FoundMatters.Raised.Refused(Outcome.Refused(var why)) ->
                throw new ProblemException(Refusals.problem(page, why));
            case FoundMatters.Raised.Refused refused -> throw new ProblemException(Problem.of("forbidden", 403));
        };
    }

    /** The same for the same request, and nobody can guess it. */
    private UUID token(String key) {
        ByteBuffer hash = ByteBuffer.wrap(parts.keyring().hash("found:" + key));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private ResponseEntity<JteModel> again(Page page, Shown.One one, ActivityViews.Sent sent) {
        return ResponseEntity.status(422).body(templates.activityActivity(page, views.of(page, one, sent)));
    }

    private static ResponseEntity<JteModel> to(Shown.One one, String anchor) {
        return PlanPage.to("/desk/activities/" + one.id() + anchor);
    }
}
