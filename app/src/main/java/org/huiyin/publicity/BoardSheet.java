package org.huiyin.publicity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of the board as anybody may take it along: what the board shows and no more. */
@Component
class BoardSheet implements SheetList {

    private static final int ROWS = 2000;

    private final Board board;
    private final OpenRows rows;
    private final BoardFilters filters;
    private final Organisation organisation;

    BoardSheet(Board board, OpenRows rows, BoardFilters filters, Organisation organisation) {
        this.board = board;
        this.rows = rows;
        this.filters = filters;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "board";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        BoardFilter filter = filters.of(parameters);
        var programme = filters.programme(filter.programme());
        var category = programme.categories().get(filter.category());
        var narrowing = new Listing.Narrowing()
                .by(page.t("publicity.programme"), filter.programme().isEmpty() ? "" : page.t(programme.title()))
                .by(
                        page.t("sheet.column.place"),
                        filter.place().isEmpty() ? "" : organisation.places().path(filter.place(), page.locale()))
                .by(page.t("sheet.column.category"), category == null ? "" : page.t(category.title()))
                .by(
                        page.t("sheet.column.lead"),
                        organisation
                                .units()
                                .find(filter.unit())
                                .map(unit -> unit.name().in(page.locale()))
                                .orElse(""))
                .by(
                        page.t("sheet.column.state"),
                        filter.state().isEmpty()
                                ? ""
                                : page.t(programme.state(filter.state()).title()))
                .by(
                        page.t("publicity.from"),
                        BoardFilter.Days.written(filter.days().from()))
                .by(
                        page.t("publicity.to"),
                        BoardFilter.Days.written(filter.days().to()))
                .by(page.t("sheet.about.words"), filter.words());
        return new Listing<>(
                page.t(Objects.requireNonNull(programme.lists().get(filter.list()), filter.list())
                        .title()),
                narrowing.facts(),
                columns(),
                -1,
                new Part(page, filter));
    }

    /** Where reading stands: a search may end a stretch behind the last matter it found. */
    private final class Part implements Listing.Stretches<BoardView.Row> {

        private final Page page;
        private final BoardFilter filter;
        private @Nullable Long next;

        Part(Page page, BoardFilter filter) {
            this.page = page;
            this.filter = filter;
        }

        @Override
        public List<BoardView.Row> after(BoardView.@Nullable Row last) {
            if (last != null && next == null) {
                return List.of();
            }
            Board.Stretch stretch = board.next(filter.from(next), ROWS);
            next = stretch.next();
            return stretch.rows().stream()
                    .map(row -> rows.matter(page, filter.list(), row))
                    .toList();
        }
    }

    static List<Column<BoardView.Row>> columns() {
        return List.of(
                Column.code("sheet.column.number", BoardView.Row::number),
                Column.text("sheet.column.title", BoardView.Row::title),
                Column.text("sheet.column.place", BoardView.Row::place),
                Column.text("sheet.column.category", BoardView.Row::category),
                Column.text("sheet.column.state", BoardView.Row::state),
                Column.text("sheet.column.lead", BoardView.Row::lead),
                Column.time("sheet.column.raised", BoardView.Row::raisedAt));
    }
}
