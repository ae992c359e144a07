package org.huiyin.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.assessment.CockpitView.Rate;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The band of the leaders' page that says how well it is done. */
@Component
class CockpitRates {

    private final LiveFigures live;
    private final AssessmentViews views;
    private final FigureNames names;

    CockpitRates(LiveFigures live, AssessmentViews views, FigureNames names) {
        this.names = names;
        this.live = live;
        this.views = views;
    }

    CockpitView.Rates of(Page page, Selection selection, Scope scope, Instant now) {
        Selection whole = selection.by(By.PLACE).of(scope.place().isEmpty() ? null : scope.place());
        Measures measures = whole.measures();
        Figures figures = live.of(whole, now);
        Map<String, Score> scores = Formula.scores(measures, figures.total());
        Figures earlier = live.before(whole, now);
        Map<String, Score> before = earlier == null ? Map.of() : Formula.scores(measures, earlier.total());
        Set<String> terms = terms(measures);
        List<Measure> columns = AssessmentViews.columns(measures, By.PLACE);
        List<Measure> main = columns.stream()
                .filter(measure -> terms.contains(measure.name()))
                .toList();
        return new CockpitView.Rates(
                page.t(whole.period().title(measures)),
                whole.path(),
                main.stream()
                        .map(measure -> rate(page, whole, measure, scores, before))
                        .toList(),
                columns.stream()
                        .filter(measure -> !terms.contains(measure.name()))
                        .map(measure -> rate(page, whole, measure, scores, before))
                        .toList(),
                main.stream().map(measure -> page.t(measure.title())).toList(),
                scope.divisible() ? places(page, scope, whole, main, figures) : List.of());
    }

    /** Place by place, the whole first. */
    private List<AssessmentView.Row> places(
            Page page, Scope scope, Selection whole, List<Measure> main, Figures figures) {
        List<AssessmentView.Row> rows = new ArrayList<>();
        AssessmentView.Row total = AssessmentViews.total(page, whole, main, figures);
        if (total != null) {
            rows.add(total);
            for (AssessmentView.Row row : views.keyed(page, whole, main, figures)) {
                rows.add(new AssessmentView.Row(
                        names.within(page, scope, row.name()), row.inside(), row.rank(), row.change(), row.cells()));
            }
        }
        return rows;
    }

    /** The measures ranks rest on: the terms of the one they follow, or that one when it has none. */
    private static Set<String> terms(Measures measures) {
        String by = measures.ranking().by();
        return measures.measure(by)
                .filter(Measure::sumOfMeasures)
                .map(sum -> sum.of().keySet())
                .orElse(Set.of(by));
    }

    private static Rate rate(
            Page page, Selection whole, Measure measure, Map<String, Score> scores, Map<String, Score> before) {
        Score now = scores.get(measure.name());
        BigDecimal change = change(now, before.get(measure.name()));
        return new Rate(
                page.t(measure.title()),
                AssessmentViews.cell(whole, measure, Optional.ofNullable(now)),
                change == null ? "" : (change.signum() > 0 ? "+" : "") + change.toPlainString(),
                change == null || change.signum() == 0 ? "same" : change.signum() > 0 ? "better" : "worse");
    }

    private static @Nullable BigDecimal change(@Nullable Score now, @Nullable Score then) {
        return now == null || then == null ? null : now.percent().subtract(then.percent());
    }
}
