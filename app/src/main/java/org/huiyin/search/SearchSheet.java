package org.huiyin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a search finds, as its reader takes it along: within their reach, best first, the first {@value #MOST}. Where there may be more the file
 * says so.
 */
@Component
class SearchSheet implements SheetList {

    static final int MOST = 500;

    private static final int ROWS = 100;
    /** A rare word may lie far back; so many stretches are looked through for one file, fewer for those nobody knows. */
    private static final int MOST_STRETCHES = 20;

    private static final int STRETCHES_FOR_ANYBODY = 5;

    private final Questions questions;
    private final Search search;
    private final SearchViews views;

    SearchSheet(Questions questions, Search search, SearchViews views) {
        this.questions = questions;
        this.search = search;
        this.views = views;
    }

    private record Found(List<Match> matches, boolean more) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        SearchAddress address = SearchAddress.of(parameters);
        Found found = found(page, address);
        SearchView view = views.of(page, address, new Search.Result(found.matches(), null, false, 0));
        var narrowing = new Listing.Narrowing()
                .by(page.t("sheet.about.words"), address.q())
                .by(page.t("sheet.about.filters"), String.join(" · ", view.narrowing()))
                .by(
                        page.t("search.file.whole"),
                        found.more() ? page.t("search.file.more", view.rows().size()) : "");
        return Listing.of(page.t("search.found"), narrowing.facts(), columns(), view.rows());
    }

    private Found found(Page page, SearchAddress address) {
        @Nullable MatterNumber number = Suggestions.number(address.q()).orElse(null);
        if (number != null || address.isEmpty()) {
            return new Found(number == null ? List.of() : search.one(page.reader(), number), false);
        }
        Asked asked = questions.read(address, page.reader().staff());
        List<Match> matches = new ArrayList<>();
        @Nullable Cursor at = null;
        int most = page.reader().staff() ? MOST_STRETCHES : STRETCHES_FOR_ANYBODY;
        for (int stretch = 0; stretch < most && matches.size() < MOST; stretch++) {
            Search.Result result = SearchPage.look(search, asked, page, at, Math.min(ROWS, MOST - matches.size()));
            matches.addAll(result.matches());
            at = result.next();
            if (at == null) {
                return new Found(matches, false);
            }
        }
        return new Found(matches, true);
    }

    private static List<Column<SearchView.Row>> columns() {
        return List.of(
                Column.code("sheet.column.number", SearchView.Row::number),
                Column.text("sheet.column.title", row -> text(row.title())),
                Column.longText("search.file.text", row -> text(row.text())),
                Column.text("sheet.column.place", SearchView.Row::place),
                Column.text("sheet.column.category", SearchView.Row::category),
                Column.text("sheet.column.state", SearchView.Row::state),
                Column.text("sheet.column.lead", SearchView.Row::lead),
                Column.time("sheet.column.raised", SearchView.Row::raisedAt));
    }

    private static String text(List<Match.Piece> pieces) {
        return pieces.stream().map(Match.Piece::text).collect(Collectors.joining());
    }
}
