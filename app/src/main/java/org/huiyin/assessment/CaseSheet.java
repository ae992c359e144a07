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
    private final CockpitHead head;
    private final CockpitLists lists;

    CaseSheet(PeriodChoices periods, FigureViews figures, CockpitHead head, CockpitLists lists) {
        this.head = head;
        this.lists = lists;
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
        return part.isEmpty() ? late(page, parameters) : counted(page, periods.read(page, Asked.of(parameters)), part);
    }

    private Listing<?> counted(Page page, Selection selection, String part) {
        boolean due = FigureViews.part(selection, part).clock() != null;
        var narrowing = new Listing.Narrowing()
                .by(page.t("assessment.period"), page.t(selection.period().title(selection.measures())));
        return new Listing<>(
                figures.title(page, selection, part),
                narrowing.facts(),
                columns(due),
                -1,
                last -> figures.lines(page, selection, part, last, ROWS));
    }

    private Listing<?> late(Page page, Map<String, String> parameters) {
        Scope scope = head.scope(page, periods.read(page, Asked.of(parameters).whole()), parameters);
        String unit = parameters.getOrDefault("unit", "");
        return new Listing<>(
                lists.lateTitle(page, scope, unit),
                new Listing.Narrowing().facts(),
                columns(true),
                -1,
                last -> lists.lateLines(page, scope, unit, last, ROWS));
    }

    private static List<Column<MatterRows.Line>> columns(boolean due) {
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
