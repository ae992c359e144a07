package org.huiyin.circuit;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
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

/** Where a member writes down a visit, on the phone and on the spot. */
@Controller
class VisitPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Visits visits;
    private final Circuits circuits;
    private final VisitViews views;
    private final Arrangements arrangements;
    private final Access access;
    private final FormFiles files;

    VisitPage(
            Visits visits,
            Circuits circuits,
            VisitViews views,
            Arrangements arrangements,
            Access access,
            FormFiles files) {
        this.visits = visits;
        this.circuits = circuits;
        this.views = views;
        this.arrangements = arrangements;
        this.access = access;
        this.files = files;
    }

    @GetMapping("/desk/circuits/{id}/visits/new")
    JteModel ask(@PathVariable String id, @RequestParam(defaultValue = "") String unit, Page page) {
        Going going = going(page, id, (int) GroupPage.number(unit));
        return templates.circuitVisiting(
                page,
                views.form(
                        page,
                        going.group(),
                        going.circuit(),
                        going.unit(),
                        new VisitViews.Sent(Filled.EMPTY, files.none(), Set.of())));
    }

    @PostMapping("/desk/circuits/{id}/visits")
    ResponseEntity<JteModel> write(
            @PathVariable String id, Page page, HttpServletRequest request, HttpServletResponse response) {
        Filled filled = Filled.of(request);
        Typed typed = new Typed(filled);
        int unit = (int) GroupPage.number(filled.value("unit"));
        Going going = going(page, id, unit);
        Group group = going.group();
        Circuit circuit = going.circuit();
        HandedIn photos = files.take(page, request, response);
        Set<Wrong> wrong =
                arrangements.visit(group, circuit, typed, unit, page.formats().today());
        if (!wrong.isEmpty() || photos.error() != null) {
            return ResponseEntity.status(422)
                    .body(templates.circuitVisiting(
                            page, views.form(page, group, circuit, unit, new VisitViews.Sent(filled, photos, wrong))));
        }
        long visit = visits.write(circuit.id(), page.reader(), wanted(unit, typed, photos.ids()), GroupPage.now(page));
        Said.next(response, page.t("circuit.said.visited"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/circuit-visits/" + visit)
                .build();
    }

    @GetMapping("/desk/circuit-visits/{id}")
    JteModel show(@PathVariable String id, Page page) {
        return templates.circuitVisit(
                page, views.of(page, views.visit(page, id), new VisitViews.Sent(Filled.EMPTY, files.none(), Set.of())));
    }

    /** An open round, its group, and one of its units this member may visit. */
    record Going(Circuit circuit, Group group, int unit) {}

    Going going(Page page, String id, int unit) {
        Access.allow(Access.concerned(page.reader()));
        Circuit circuit = CircuitPage.open(circuits.find(GroupPage.number(id)).orElseThrow(VisitViews::unknown));
        Group group = access.visible(page, circuit.group());
        visitable(page, group, unit);
        return new Going(circuit, group, unit);
    }

    static Visits.Wanted wanted(int unit, Typed typed, List<String> photos) {
        return new Visits.Wanted(
                unit,
                typed.day("on").orElseThrow(),
                typed.text("people"),
                typed.text("notes"),
                typed.posts("visitors"),
                photos,
                typed.key());
    }

    private void visitable(Page page, Group group, int unit) {
        if (!group.units().contains(unit)) {
            throw new ProblemException(Problem.of("no-such-circuit", 404));
        }
        if (group.member(page.reader().post()).isPresent() && !access.mayVisit(page.reader(), group, unit)) {
            throw new ProblemException(Problem.of("own-circuit", 403));
        }
        Access.allow(access.mayVisit(page.reader(), group, unit));
    }
}
