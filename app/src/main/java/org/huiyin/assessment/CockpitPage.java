package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One page for leaders, on a wall, a laptop or a phone; the running period unless another is asked for. */
@Controller
class CockpitPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final PeriodChoices periods;
    private final CockpitViews views;
    private final FigureViews figures;

    CockpitPage(PeriodChoices periods, CockpitViews views, FigureViews figures) {
        this.periods = periods;
        this.views = views;
        this.figures = figures;
    }

    @GetMapping("/cockpit")
    JteModel show(
            @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String part, Page page) {
        CockpitView view = views.of(page, periods.read(page, period, "", ""));
        return part.equals("bands") ? templates.assessmentBands(page, view) : templates.assessmentCockpit(page, view);
    }

    /** The matters a unit is late with. */
    @GetMapping("/cockpit/late")
    JteModel late(
            @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String after, Page page) {
        return templates.assessmentMatters(page, figures.late(page, periods.read(page, "", "unit", unit), after));
    }
}
