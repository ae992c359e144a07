package org.huiyin.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Column.Kind;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a period by unit, place or category, ranks included, as they are taken along: rates as numbers. */
@Component
class StandingSheet implements SheetList {

    private final PeriodChoices periods;
    private final AssessmentViews views;

    StandingSheet(PeriodChoices periods, AssessmentViews views) {
        this.periods = periods;
        this.views = views;
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        Selection selection = periods.read(page, Asked.of(parameters));
        AssessmentView view = views.of(page, selection);
        List<Listing.Fact> facts = List.of(
                new Listing.Fact(page.t("assessment.period"), view.period() + " " + view.times()),
                new Listing.Fact(
                        page.t("assessment.by"),
                        view.tabs().stream()
                                .filter(AssessmentView.Choice::chosen)
                                .map(AssessmentView.Choice::name)
                                .findFirst()
                                .orElse("")));
        return Listing.of(
                view.title() + " " + view.period(),
                facts,
                columns(view, AssessmentViews.columns(selection.measures(), selection.by())),
                view.rows());
    }

    private static List<Column<AssessmentView.Row>> columns(AssessmentView view, List<Measure> measures) {
        List<Column<AssessmentView.Row>> columns = new ArrayList<>();
        columns.add(Column.text("sheet.column.whose", AssessmentView.Row::name));
        if (view.ranked()) {
            columns.add(Column.text("sheet.column.rank", AssessmentView.Row::rank));
            columns.add(Column.text("sheet.column.change", AssessmentView.Row::change));
        }
        for (int i = 0; i < measures.size(); i++) {
            int nth = i;
            columns.add(Column.titled(
                    measures.get(i).title(),
                    Kind.NUMBER,
                    row -> figure(row.cells().get(nth).text())));
            columns.add(
                    Column.text("sheet.column.of", row -> row.cells().get(nth).of()));
        }
        return columns;
    }

    /** What a cell says without its sign; null where nothing was to be measured. */
    private static @Nullable BigDecimal figure(String text) {
        return text.equals(AssessmentViews.NOTHING) ? null : new BigDecimal(text.replace("%", ""));
    }
}
