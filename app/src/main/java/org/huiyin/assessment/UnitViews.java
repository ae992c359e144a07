package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.worklist.UnitPanels;
import org.springframework.stereotype.Component;

/** Puts the page of a unit together: to its own people and those over it all of it, to others its figures. */
@Component
class UnitViews {

    private final LiveFigures live;
    private final FigureNames names;
    private final PeriodChoices choices;
    private final AlarmViews alarms;
    private final ExclusionViews exclusions;
    private final UnitPanels panels;

    UnitViews(
            LiveFigures live,
            FigureNames names,
            PeriodChoices choices,
            AlarmViews alarms,
            ExclusionViews exclusions,
            UnitPanels panels) {
        this.live = live;
        this.names = names;
        this.choices = choices;
        this.alarms = alarms;
        this.exclusions = exclusions;
        this.panels = panels;
    }

    UnitView of(Page page, Selection selection, Unit unit) {
        Instant now = page.formats().now();
        Measures measures = selection.measures();
        Selection own = selection.ofUnit(unit.id());
        Figures figures = live.of(own, now);
        Selection all = selection.by(By.units(unit.kind().key()));
        boolean open = panels.open(page, unit);
        List<ExclusionView> excluded =
                open ? exclusions.list(page, own, List.of(), false, "").rows() : List.of();
        boolean mayAsk = ExclusionRules.ask(page.reader(), unit.id()) instanceof ExclusionRules.Verdict.Allowed;
        return new UnitView(
                names.unit(page, unit.id()),
                unit.code(),
                page.t("assessment.class." + unit.kind().key()),
                open,
                page.t(selection.period().title(measures)),
                choices.of(page, selection),
                rank(page, all, figures, unit, now),
                rates(page, own, all, figures, now),
                open ? counts(page, own, figures.of(Integer.toString(unit.id()))) : List.of(),
                open ? alarms.about(page, selection, unit.id(), now) : List.of(),
                excluded,
                Count.of(page, excluded.size(), selection.exclusions() + "&unit=" + unit.id()),
                open && mayAsk ? selection.exclusions() + "&unit=" + unit.id() + "#ask" : null,
                panels.of(page, unit));
    }

    private List<UnitView.Rate> rates(Page page, Selection own, Selection all, Figures figures, Instant now) {
        Measures measures = own.measures();
        String key = String.valueOf(own.key());
        Figures earlier = live.before(own, now);
        Map<String, Score> mine = Formula.scores(measures, figures.of(key));
        Map<String, Score> before = earlier == null ? Map.of() : Formula.scores(measures, earlier.of(key));
        Map<String, Score> theirs = Formula.scores(measures, live.of(all, now).total());
        return AssessmentViews.columns(measures, all.by()).stream()
                .map(measure -> new UnitView.Rate(
                        page.t(measure.title()),
                        AssessmentViews.cell(own, measure, Optional.ofNullable(mine.get(measure.name()))),
                        AssessmentViews.cell(all, measure, Optional.ofNullable(theirs.get(measure.name()))),
                        change(measure, mine, before)))
                .toList();
    }

    private static String change(Measure measure, Map<String, Score> now, Map<String, Score> before) {
        Score one = now.get(measure.name());
        Score other = before.get(measure.name());
        if (one == null || other == null) {
            return AssessmentViews.NOTHING;
        }
        var change = one.percent().subtract(other.percent());
        return (change.signum() > 0 ? "+" : "") + change.toPlainString();
    }

    private String rank(Page page, Selection all, Figures figures, Unit unit, Instant now) {
        List<Standing> standings = Standings.of(all.measures(), live.roster(), live.of(all, now), live.before(all, now))
                .classes()
                .getOrDefault(unit.kind().key(), List.of());
        Standing standing = standings.stream()
                .filter(one -> one.unit() == unit.id())
                .findFirst()
                .orElse(null);
        if (standing == null || figures.keys().isEmpty()) {
            return "";
        }
        Integer rank = standing.rank();
        long ranked = standings.stream().filter(one -> one.rank() != null).count();
        return rank == null
                ? page.t("assessment.unit.unranked", all.measures().ranking().least())
                : page.t("assessment.unit.rank", rank, ranked, AssessmentViews.change(page, standing));
    }

    private static List<Count> counts(Page page, Selection own, Map<String, Long> counted) {
        return own.measures().parts().values().stream()
                .filter(part -> counted.getOrDefault(part.name(), 0L) > 0)
                .map(part -> Count.of(
                        page, page.t(part.title()), counted.getOrDefault(part.name(), 0L), own.matters(part.name())))
                .toList();
    }
}
