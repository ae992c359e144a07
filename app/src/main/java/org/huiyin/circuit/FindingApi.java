package org.huiyin.circuit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.api.Body;
import org.huiyin.circuit.CircuitJson.FindingJson;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was found at visits, for programs: written down, put right on the spot, or made a matter. */
@RestController
@RequestMapping("/api/v1")
@Scoped(Scope.SUPERVISION_WRITE)
class FindingApi {

    private final Findings findings;
    private final FindingPage pages;
    private final VisitApi visits;
    private final VisitViews views;
    private final Arrangements arrangements;
    private final Attachments attachments;

    FindingApi(
            Findings findings,
            FindingPage pages,
            VisitApi visits,
            VisitViews views,
            Arrangements arrangements,
            Attachments attachments) {
        this.findings = findings;
        this.pages = pages;
        this.visits = visits;
        this.views = views;
        this.arrangements = arrangements;
        this.attachments = attachments;
    }

    /**
     * A finding to be written down.
     *
     * @param settled how it was put right on the spot; left out when it was not
     */
    record NewFinding(
            String title,
            @Nullable String detail,
            String place,
            @Nullable String settled,
            @Nullable List<String> photos) {}

    /** How it was put right. */
    record NewSettlement(String settled) {}

    @PostMapping("/circuit-visits/{id}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    FindingJson write(@PathVariable String id, @Body NewFinding wanted, Page page) {
        VisitViews.Seen seen = pages.writable(page, views.visit(page, id));
        Typed typed = new Typed(Filled.with(Map.of(
                "title", wanted.title(),
                "detail", wanted.detail() == null ? "" : wanted.detail(),
                "place", wanted.place(),
                "settled", wanted.settled() == null ? "" : wanted.settled(),
                "key", UUID.randomUUID())));
        Typed.refuse(page, arrangements.finding(typed));
        List<String> photos = wanted.photos() == null ? List.of() : wanted.photos();
        long finding = findings.write(
                seen.visit().id(),
                page.reader(),
                FindingPage.wanted(typed, attachments.mustHold(page.reader(), photos)),
                GroupPage.now(page));
        return shown(page, finding);
    }

    /** Makes it a matter, under the usual programme unless another is named; whoever comes second is told the same one. */
    @PostMapping("/circuit-findings/{id}/matter")
    FindingJson raise(@PathVariable String id, @RequestParam(defaultValue = "") String programme, Page page) {
        Finding finding = pages.finding(page, id);
        pages.writable(page, views.ofFinding(page, finding));
        if (pages.raise(page, programme, finding.id()).isEmpty()) {
            throw new ProblemException(Problem.of("refused", 409).because(page.t("circuit.said.not-raised")));
        }
        return shown(page, finding.id());
    }

    /** Says that it was put right while they were there. */
    @PostMapping("/circuit-findings/{id}/settlement")
    FindingJson settle(@PathVariable String id, @Body NewSettlement wanted, Page page) {
        Finding finding = pages.finding(page, id);
        pages.writable(page, views.ofFinding(page, finding));
        if (!pages.settled(finding.id(), wanted.settled())) {
            throw new ProblemException(Problem.of("refused", 409).because(page.t("circuit.said.not-settled")));
        }
        return shown(page, finding.id());
    }

    private FindingJson shown(Page page, long id) {
        Finding finding = findings.find(id).orElseThrow(VisitViews::unknown);
        return visits.show(Long.toString(finding.visit()), page).findings().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(VisitViews::unknown);
    }
}
