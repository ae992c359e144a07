package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where supervisors read objections to rankings and decide. */
@Controller
class ObjectionDeskPage {

    static final int MOST = 100;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 500;

    private final StaticTemplates templates = new StaticTemplates();
    private final RankingObjections objections;
    private final PublicNotice notice;

    ObjectionDeskPage(RankingObjections objections, PublicNotice notice) {
        this.objections = objections;
        this.notice = notice;
    }

    @GetMapping("/desk/objections")
    JteModel all(Page page) {
        supervisorsOnly(page);
        return templates.assessmentObjections(page, notice.latest(page, MOST));
    }

    @GetMapping("/desk/objections/{id}")
    JteModel one(@PathVariable String id, Page page) {
        supervisorsOnly(page);
        RankingObjection found = find(id);
        return templates.assessmentObjection(
                page, notice.view(page, found), found.objection(), notice.publishedBy(page.reader(), found));
    }

    @PostMapping("/desk/objections/{id}")
    ResponseEntity<Void> decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reasons,
            Page page,
            HttpServletResponse response) {
        RankingObjection found = found(page, id);
        decide(page, found, decision, reasons);
        Said.next(response, page.t("assessment.objection.did." + decision));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/objections/" + found.id())
                .build();
    }

    /** Ends the request with a problem unless it was decided. */
    void decide(Page page, RankingObjection found, String decision, String reasons) {
        String said = reasons.strip().replaceAll("\\p{Cntrl}", " ");
        boolean known = decision.equals("upheld") || decision.equals("dismissed");
        if (!known || said.length() < SHORTEST || said.length() > LONGEST) {
            throw new ProblemException(Problem.of("objection-incomplete", 422));
        }
        var outcome = notice.decide(
                page.reader(),
                found,
                decision.equals("upheld"),
                said,
                page.formats().now());
        switch (outcome) {
            case PublicNotice.Decided.Done done -> {}
            case PublicNotice.Decided.NotASupervisor no -> throw refused("supervisors-only", 403);
            case PublicNotice.Decided.Publisher no -> throw refused("own-ranking", 403);
            case PublicNotice.Decided.Already no -> throw refused("objection-moved-on", 409);
            case PublicNotice.Decided.NotPublished(var why) -> AssessmentPage.done(why);
        }
    }

    RankingObjection found(Page page, String id) {
        supervisorsOnly(page);
        return find(id);
    }

    private RankingObjection find(String id) {
        return id.matches("[0-9]{1,18}") ? objections.find(Long.parseLong(id)).orElseThrow(OpenRankings::none) : none();
    }

    private static RankingObjection none() {
        throw OpenRankings.none();
    }

    private static ProblemException refused(String slug, int status) {
        return new ProblemException(Problem.of(slug, status));
    }

    static void supervisorsOnly(Page page) {
        if (!ExclusionRules.supervises(page.reader())) {
            throw refused("supervisors-only", 403);
        }
    }
}
