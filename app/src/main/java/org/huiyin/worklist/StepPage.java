package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Moment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes a step on one matter. Whatever comes of it, nothing that was typed is lost. */
@Controller
class StepPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Desk desk;
    private final MatterLookup lookup;
    private final MatterViews views;
    private final DeskViews lists;
    private final FormFiles files;
    private final Reports reports;

    StepPage(Desk desk, MatterLookup lookup, MatterViews views, DeskViews lists, FormFiles files, Reports reports) {
        this.desk = desk;
        this.lookup = lookup;
        this.views = views;
        this.lists = lists;
        this.files = files;
        this.reports = reports;
    }

    @PostMapping("/desk/matters/{number}/steps")
    ResponseEntity<JteModel> take(
            @PathVariable String number, Page page, HttpServletRequest request, HttpServletResponse response) {
        Matter matter = Numbers.visible(lookup, page, number);
        Filled filled = Filled.of(request);
        HandedIn handedIn = files.take(page, request, response);
        Tried tried = new Tried(
                filled.value("step"),
                Numbers.version(filled.value("expected")),
                filled,
                handedIn,
                null,
                filled.value("press").equals("preview"));
        if (handedIn.error() != null || tried.preview()) {
            return again(page, matter, tried, handedIn.error() != null ? 422 : 200);
        }
        Outcome outcome = desk.perform(wish(page, matter, tried));
        return switch (outcome) {
            case Outcome.Done(var receipt) -> done(page, receipt, filled, response);
            case Outcome.NoSuchMatter gone -> again(page, matter, because(page, matter, tried, outcome), 404);
            case Outcome.NotYours foreign -> again(page, matter, because(page, matter, tried, outcome), 403);
            case Outcome.Stale(var seen, var current, var last) ->
                again(page, current, because(page, current, tried, outcome), 409);
            case Outcome.Refused(Refusal.BadFields(var errors)) ->
                again(page, matter, tried.wrong(filled.wrong(errors)), 422);
            case Outcome.Refused refused -> again(page, matter, because(page, matter, tried, outcome), 422);
        };
    }

    private StepRequest wish(Page page, Matter matter, Tried tried) {
        Optional<StepRule> rule = lookup.programmeOf(matter).step(tried.step());
        String key = tried.filled().value("key");
        return StepRequest.further(
                        matter.number(),
                        tried.seen(),
                        tried.step(),
                        page.reader(),
                        tried.filled().raw(rule.map(StepRule::form).orElse(Form.NONE)),
                        key.matches("[A-Za-z0-9-]{8,60}")
                                ? key
                                : UUID.randomUUID().toString())
                .withEvidence(tried.files().ids());
    }

    private Tried because(Page page, Matter matter, Tried tried, Outcome outcome) {
        return tried.because(Verdicts.why(page, lookup.programmeOf(matter), outcome));
    }

    /** Goes on: beside the list with the next matter open, else with the same matter as it is now. */
    private ResponseEntity<JteModel> done(Page page, Receipt receipt, Filled filled, HttpServletResponse response) {
        Said.next(response, reports.done(page, receipt));
        MatterViews.Visit visit = lists.visit(page, filled.value("from"), filled.value("cursor"), "");
        String path = "/desk/matters/" + receipt.number();
        if (filled.has("beside", "1")) {
            path = visit.next()
                    .map(next -> visit.from().path(next.number()))
                    .orElse(visit.from().path());
        } else if (!visit.from().list().isEmpty()) {
            path += "?from=" + visit.from().encoded() + "&cursor=" + visit.cursor();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    private ResponseEntity<JteModel> again(Page page, Matter matter, Tried tried, int status) {
        MatterViews.Visit visit =
                lists.visit(page, tried.filled().value("from"), tried.filled().value("cursor"), tried.step());
        MatterView view = views.of(page, matter, visit, Optional.of(tried));
        boolean closed = view.form() == null;
        return ResponseEntity.status(status)
                .body(templates.worklistMatter(
                        page,
                        view,
                        closed ? tried.trouble() : null,
                        closed ? typed(page, matter, tried) : List.of(),
                        null));
    }

    /** The texts of a form that cannot be shown again, so that they can be copied. */
    private List<Moment.Fact> typed(Page page, Matter matter, Tried tried) {
        Form form = lookup.programmeOf(matter)
                .step(tried.step())
                .map(StepRule::form)
                .orElse(Form.NONE);
        return form.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT)
                .map(field ->
                        new Moment.Fact(page.t(field.title()), tried.filled().value(field.name()), true))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }
}
