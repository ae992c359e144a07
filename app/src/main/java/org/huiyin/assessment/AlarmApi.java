package org.huiyin.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.programme.Measures.Alarm;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms against made figures for programs, and the matters each speaks of. */
@RestController
@RequestMapping("/api/v1/alarms")
@Scoped(Scope.ASSESSMENT_READ)
class AlarmApi {

    private final PeriodChoices periods;
    private final AlarmViews alarms;
    private final AlarmCases cases;
    private final FigureNames names;
    private final MatterRows rows;

    AlarmApi(PeriodChoices periods, AlarmViews alarms, AlarmCases cases, FigureNames names, MatterRows rows) {
        this.periods = periods;
        this.alarms = alarms;
        this.cases = cases;
        this.names = names;
        this.rows = rows;
    }

    /**
     * An alarm about a unit.
     *
     * @param what the measure or part it is about
     * @param percent the suspicious share; null where there is none
     * @param matters how many matters it speaks of; null for a measure, and for whoever may not know
     * @param over the parts it is a share of, with how often each was counted
     * @param listed whether its matters can be listed by the caller
     */
    record AlarmJson(
            String alarm,
            String title,
            int unit,
            String name,
            String what,
            @Nullable BigDecimal percent,
            @Nullable Long matters,
            Map<String, Long> over,
            boolean listed) {}

    @GetMapping
    Items<AlarmJson> all(@RequestParam(defaultValue = "") String period, Page page) {
        Selection selection = periods.read(page, new Asked("", period, "", ""));
        return Items.all(alarms.look(selection, page.formats().now()).stream()
                .map(one -> json(page, one))
                .toList());
    }

    private AlarmJson json(Page page, Alarms.Raised one) {
        Alarm alarm = one.alarm();
        boolean shown = AlarmViews.shows(page.reader(), alarm);
        return new AlarmJson(
                alarm.name(),
                page.t(alarm.title()),
                one.unit(),
                names.unit(page, one.unit()),
                one.what(),
                alarm.kind() == Alarm.Kind.AFTER ? null : one.percent(),
                alarm.kind() == Alarm.Kind.RATE || !shown ? null : one.cases(),
                one.over(),
                shown && AlarmCases.has(alarm));
    }

    /** The matters an alarm about a unit speaks of; only of those that are not a share of parts, whose matters are listed there. */
    @GetMapping("/{alarm}/{unit}")
    Items<FigureApi.CaseJson> matters(
            @PathVariable String alarm,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Selection selection = periods.read(page, new Asked("", period, "unit", unit));
        Alarm known = selection.measures().alarms().get(alarm);
        if (known == null || !AlarmCases.has(known) || !unit.matches("[0-9]{1,9}")) {
            throw new ProblemException(Problem.of("unknown-figure", 422));
        }
        if (!AlarmViews.shows(page.reader(), known)) {
            throw new ProblemException(Problem.of("supervisors-only", 403));
        }
        int most = Items.limit(limit);
        List<Cases.Case> found = cases.page(selection, Integer.parseInt(unit), known, FigureApi.after(after), most + 1);
        return FigureApi.items(rows, page, selection, found, most);
    }
}
