package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of a period, how each comes about, and the matters behind it; publishing a ranking. */
@Controller
class AssessmentPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final PeriodChoices periods;
    private final AssessmentViews views;
    private final FigureViews figures;
    private final Assessment assessment;

    AssessmentPage(PeriodChoices periods, AssessmentViews views, FigureViews figures, Assessment assessment) {
        this.periods = periods;
        this.views = views;
        this.figures = figures;
        this.assessment = assessment;
    }

    @GetMapping("/desk/assessment")
    JteModel show(@RequestParam Map<String, String> asked, Page page) {
        return templates.assessmentPeriod(page, views.of(page, periods.read(page, Asked.of(asked))));
    }

    @GetMapping("/desk/assessment/figure")
    JteModel figure(@RequestParam Map<String, String> asked, Page page) {
        Selection selection = periods.read(page, Asked.of(asked));
        return templates.assessmentFigure(page, figures.figure(page, selection, asked.getOrDefault("measure", "")));
    }

    @GetMapping("/desk/assessment/matters")
    JteModel matters(@RequestParam Map<String, String> asked, Page page) {
        Selection selection = periods.read(page, Asked.of(asked));
        return templates.assessmentMatters(
                page,
                figures.matters(page, selection, asked.getOrDefault("part", ""), asked.getOrDefault("after", "")));
    }

    /** The matters an alarm about a unit speaks of. */
    @GetMapping("/desk/assessment/alarm")
    JteModel alarm(@RequestParam Map<String, String> asked, Page page) {
        Selection selection = periods.read(page, Asked.of(asked));
        return templates.assessmentMatters(
                page, figures.alarm(page, selection, asked.getOrDefault("alarm", ""), asked.getOrDefault("after", "")));
    }

    /** A published ranking as it was frozen, byte for byte. */
    @GetMapping("/desk/assessment/rankings")
    ResponseEntity<byte[]> frozen(
            @RequestParam Map<String, String> asked, @RequestParam(defaultValue = "0") long id, Page page) {
        Selection selection = periods.read(page, Asked.of(asked).whole());
        Rankings.Published found = assessment.published(selection.measures().programme(), selection.period()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + found.resultFingerprint() + "\"")
                .body(found.result());
    }

    @PostMapping("/desk/assessment/rankings")
    ResponseEntity<Void> publish(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            HttpServletResponse response) {
        if (!ExclusionRules.supervises(page.reader())) {
            throw new ProblemException(Problem.of("supervisors-only", 403));
        }
        Selection selection = periods.read(page, Asked.of(asked).whole());
        Ranking ranking = done(assessment.publish(
                selection.measures(), selection.period(), assessment.settled(), page.reader(), reason));
        Said.next(
                response,
                page.t(
                        "assessment.published",
                        page.t(selection.period().title(selection.measures())),
                        ranking.asOf(),
                        ranking.resultFingerprint().substring(0, 12)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", selection.path())
                .build();
    }

    /** The ranking that was published; a refusal ends the request. */
    static Ranking done(Assessment.Publication outcome) {
        return switch (outcome) {
            case Assessment.Publication.Done(Ranking ranking) -> ranking;
            case Assessment.Publication.NotOver(var until) ->
                throw new ProblemException(Problem.of("period-runs", 409, until));
            case Assessment.Publication.TooSoon(var latest) ->
                throw new ProblemException(Problem.of("too-soon", 409, latest));
            case Assessment.Publication.Already(var asOf) ->
                throw new ProblemException(Problem.of("published-already", 409, asOf));
            case Assessment.Publication.ReasonMissing(var asOf) ->
                throw new ProblemException(Problem.of("reason-missing", 422, asOf));
        };
    }
}
