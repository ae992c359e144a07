package org.huiyin.publicity;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** What units answered, as anybody takes it along: with the words the page shows, and none where they are not public. */
@Component
class AnswerSheet implements SheetList {

    private static final int ROWS = 500;

    private final OpenAnswers answers;
    private final BoardFilters filters;
    private final OpenRows rows;
    private final Organisation organisation;

    AnswerSheet(OpenAnswers answers, BoardFilters filters, OpenRows rows, Organisation organisation) {
        this.answers = answers;
        this.filters = filters;
        this.rows = rows;
        this.organisation = organisation;
    }

    /** A row, and the place in the list it was read at. */
    private record Found(OpenAnswers.After place, AnswersView.Row row) {}

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        OpenAnswers.Asked asked = filters.answers(parameters, OpenAnswers.After.START);
        var category = filters.programme("").categories().get(asked.category());
        var narrowing = new Listing.Narrowing()
                .by(
                        page.t("sheet.column.place"),
                        asked.place().isEmpty() ? "" : organisation.places().path(asked.place(), page.locale()))
                .by(page.t("sheet.column.category"), category == null ? "" : page.t(category.title()))
                .by(
                        page.t("sheet.column.lead"),
                        asked.unit() == 0 ? "" : organisation.units().name(asked.unit(), page.locale()));
        return new Listing<>(
                page.t("publicity.answers"),
                narrowing.facts(),
                columns(),
                -1,
                last ->
                        answers
                                .tell(page, answers.newest(last == null ? asked : asked.from(last.place()), ROWS))
                                .stream()
                                .map(one -> new Found(one.found().after(), rows.answer(page, one)))
                                .toList());
    }

    private static List<Column<Found>> columns() {
        return List.of(
                Column.code("sheet.column.number", found -> found.row().number()),
                Column.text("sheet.column.title", found -> found.row().title()),
                Column.text("sheet.column.place", found -> found.row().place()),
                Column.text("sheet.column.category", found -> found.row().category()),
                Column.text("sheet.column.lead", found -> found.row().unit()),
                Column.time("publicity.answered-at", found -> found.row().at()),
                Column.longText("publicity.answer.words", found -> found.row().words()));
    }
}
