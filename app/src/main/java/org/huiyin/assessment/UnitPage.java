package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit's own page, for its head. */
@Controller
class UnitPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Organisation organisation;
    private final PeriodChoices periods;
    private final UnitViews views;

    UnitPage(Organisation organisation, PeriodChoices periods, UnitViews views) {
        this.organisation = organisation;
        this.periods = periods;
        this.views = views;
    }

    /** The reader's own unit; for those who handle nothing, all units. */
    @GetMapping("/units")
    ResponseEntity<Void> own(Page page) {
        Role role = page.reader().role();
        String path = organisation
                .units()
                .find(page.reader().unit())
                .filter(unit -> role == Role.HANDLER || role == Role.UNIT_HEAD)
                .map(unit -> "/units/" + Selection.encode(unit.code()))
                .orElse("/desk/assessment");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    @GetMapping("/units/{code}")
    JteModel show(@PathVariable String code, @RequestParam Map<String, String> asked, Page page) {
        Unit unit =
                organisation.units().find(code).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        Selection selection = periods.read(page, Asked.of(asked).whole());
        return templates.assessmentUnitpage(page, views.of(page, selection, unit));
    }
}
