package org.huiyin.assessment;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The matters behind a figure, and those a unit is late with, as they are taken along. */
@Component
class CaseSheet implements SheetList {

    private static final int ROWS = 2000;

    private final PeriodChoices periods;
    private final FigureViews figures;

    CaseSheet(PeriodChoices periods, FigureViews figures) {
        this.periods = periods;
        this.figures = figures;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        String part = parameters.getOrDefault("part", "");
        Selection selection = part.isEmpty()
                ? periods.read(page, "", "unit", parameters.getOrDefault("unit", ""))
                : periods.read(
                        page,
                        parameters.getOrDefault("period", ""),
                        parameters.getOrDefault("by", ""),
                        parameters.getOrDefault("key", ""));
        boolean due = part.isEmpty() || figures.due(selection, part);
        var narrowing = new Listing.Narrowing()
                .by(
                        page.t("assessment.period"),
                        part.isEmpty() ? "" : page.t(selection.period().title(selection.measures())));
        return new Listing<>(
                figures.title(page, selection, part),
                narrowing.facts(),
                columns(due),
                -1,
                last -> figures.lines(page, selection, part, last, ROWS));
    }

    private static List<Column<FigureViews.Line>> columns(boolean due) {
        return List.of(
                Column.code("sheet.column.number", line -> line.row().number()),
                Column.text("sheet.column.title", line -> line.row().title()),
                Column.text("assessment.unit", line -> line.row().unit()),
                Column.text("assessment.place", line -> line.row().place()),
                Column.text("assessment.category", line -> line.row().category()),
                Column.time(
                        due ? "assessment.due-at" : "assessment.at",
                        line -> line.row().at()));
    }
}
