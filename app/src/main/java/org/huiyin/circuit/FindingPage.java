package org.huiyin.circuit;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.programme.Programme;
import org.huiyin.track.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what was found at a visit: put right on the spot, or made a matter in one tap. */
@Controller
class FindingPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Findings findings;
    private final FindingMatters matters;
    private final VisitViews views;
    private final Arrangements arrangements;
    private final Access access;
    private final FormFiles files;

    FindingPage(
            Findings findings,
            FindingMatters matters,
            VisitViews views,
            Arrangements arrangements,
            Access access,
            FormFiles files) {
        this.findings = findings;
        this.matters = matters;
        this.views = views;
        this.arrangements = arrangements;
        this.access = access;
        this.files = files;
    }

    /** Writes a finding down; with another button it becomes a matter in the same tap. */
    @PostMapping("/desk/circuit-visits/{id}/findings")
    ResponseEntity<JteModel> write(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String press,
            @RequestParam(defaultValue = "") String programme,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        VisitViews.Seen seen = writable(page, views.visit(page, id));
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        HandedIn photos = files.take(page, request, response);
        Set<Wrong> wrong = arrangements.finding(typed);
        if (!wrong.isEmpty() || photos.error() != null) {
            return ResponseEntity.status(422)
                    .body(templates.circuitVisit(
                            page, views.of(page, seen, new VisitViews.Sent(filled, photos, wrong))));
        }
        long finding =
                findings.write(seen.visit().id(), page.reader(), wanted(typed, photos.ids()), GroupPage.now(page));
        if (press.equals("raise") && typed.text("settled").isEmpty()) {
            Said.next(response, raised(page, programme, finding));
        } else {
            Said.next(response, page.t("circuit.said.found"));
        }
        return to(seen);
    }

    @PostMapping("/desk/circuit-findings/{id}/matter")
    ResponseEntity<JteModel> raise(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String programme,
            Page page,
            HttpServletResponse response) {
        Finding finding = finding(page, id);
        VisitViews.Seen seen = writable(page, views.ofFinding(page, finding));
        Said.next(response, raised(page, programme, finding.id()));
        return to(seen);
    }

    /** Says that it was put right while they were there. */
    @PostMapping("/desk/circuit-findings/{id}/settlement")
    ResponseEntity<JteModel> settle(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String settled,
            Page page,
            HttpServletResponse response) {
        Finding finding = finding(page, id);
        VisitViews.Seen seen = writable(page, views.ofFinding(page, finding));
        boolean done = settled(finding.id(), settled);
        Said.next(response, page.t(done ? "circuit.said.settled" : "circuit.said.not-settled"));
        return to(seen);
    }

    static Findings.Wanted wanted(Typed typed, List<String> photos) {
        return new Findings.Wanted(
                typed.text("title"),
                typed.text("detail"),
                typed.text("place"),
                typed.text("settled"),
                photos,
                typed.key());
    }

    /** Whether it was still to be said. */
    boolean settled(long finding, String settled) {
        String how = settled.strip().replaceAll("\\p{Cntrl}", " ");
        if (!Typed.between(how, 2, 500)) {
            throw new ProblemException(Problem.of("finding-settlement", 422));
        }
        return matters.settle(finding, how);
    }

    /** What happened, in words. */
    private String raised(Page page, String programme, long finding) {
        return raise(page, programme, finding)
                .map(number -> page.t("circuit.said.raised", number))
                .orElseGet(() -> page.t("circuit.said.not-raised"));
    }

    /**
     * Its matter, under the programme named or the first this person may begin; none when it was put right on the spot. A refusal of the Desk ends
     * the request with its own.
     */
    Optional<MatterNumber> raise(Page page, String named, long finding) {
        Programme programme = matters.programmes(page.reader(), page.formats().today()).stream()
                .filter(one -> named.isEmpty() || one.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("forbidden", 403)));
        return switch (matters.raise(page.reader(), programme, finding)) {
            case FindingMatters.Raised.Done(var number) -> Optional.of(number);
            case FindingMatters.Raised.Settled() -> Optional.empty();
            case FindingMatters.Raised.Refused(Outcome.Refused(var why)) ->
                throw new ProblemException(Refusals.problem(page, why));
            case FindingMatters.Raised.Refused refused -> throw new ProblemException(Problem.of("forbidden", 403));
        };
    }

    Finding finding(Page page, String id) {
        Access.allow(Access.concerned(page.reader()));
        return findings.find(GroupPage.number(id)).orElseThrow(VisitViews::unknown);
    }

    /** Only members write, never about their own unit, and only while the round goes on. */
    VisitViews.Seen writable(Page page, VisitViews.Seen seen) {
        Access.allow(access.mayVisit(page.reader(), seen.group(), seen.visit().unit()));
        CircuitPage.open(seen.circuit());
        return seen;
    }

    private static ResponseEntity<JteModel> to(VisitViews.Seen seen) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/circuit-visits/" + seen.visit().id() + "#findings")
                .build();
    }
}
