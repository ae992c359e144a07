package org.huiyin.assessment;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What is left out of a period's figures, as it is taken along. */
@Component
class ExclusionSheet implements SheetList {

    private final PeriodChoices periods;
    private final Exclusions exclusions;
    private final ExclusionViews views;

    ExclusionSheet(PeriodChoices periods, Exclusions exclusions, ExclusionViews views) {
        this.periods = periods;
        this.exclusions = exclusions;
        this.views = views;
    }

    @Override
    public String name() {
        return "exclusions";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        Selection selection = periods.read(page, Asked.of(parameters).whole());
        Measures measures = selection.measures();
        List<ExclusionView> rows =
                exclusions
                        .touching(
                                measures.programme(),
                                selection.period().from(),
                                selection.period().until())
                        .stream()
                        .map(one -> views.of(page, measures, one))
                        .toList();
        List<Column<ExclusionView>> columns = List.of(
                Column.code("sheet.column.number", ExclusionView::number),
                Column.text("assessment.unit", ExclusionView::unit),
                Column.text("assessment.exclusion.class", ExclusionView::kind),
                Column.longText("assessment.exclusion.reason", ExclusionView::reason),
                Column.longText("assessment.exclusion.evidence", ExclusionView::evidence),
                Column.text("assessment.exclusion.stands", ExclusionView::state),
                Column.text("assessment.exclusion.until", ExclusionView::until));
        return Listing.of(
                page.t("assessment.exclusions"),
                List.of(new Listing.Fact(
                        page.t("assessment.period"), page.t(selection.period().title(measures)))),
                columns,
                rows);
    }
}
