package org.huiyin.raiser;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/**
 * What staff decide about the data of raisers, as they take it along: requests to erase, with {@code part=due} what is anonymised next month, with
 * {@code part=holds} what is held. Never who the raisers are.
 */
@Component
class RetentionSheet implements SheetList {

    private final RetentionViews views;

    RetentionSheet(RetentionViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public boolean open(Actor reader) {
        return SameRaiser.maySearch(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        RetentionView view = views.of(page);
        return switch (parameters.getOrDefault("part", "")) {
            case "due" -> listing(page, "raiser.due", "raiser.column.ended", view.due());
            case "holds" -> listing(page, "raiser.holds", "raiser.column.since", view.holds());
            default -> listing(page, "raiser.requests", "raiser.column.asked", view.requests());
        };
    }

    private static Listing<RetentionView.Line> listing(
            Page page, String title, String when, List<RetentionView.Line> lines) {
        List<Column<RetentionView.Line>> columns = List.of(
                Column.code("sheet.column.number", RetentionView.Line::number),
                Column.text("sheet.column.title", RetentionView.Line::title),
                Column.text("sheet.column.state", RetentionView.Line::state),
                Column.time(when, RetentionView.Line::at),
                Column.text("raiser.column.note", RetentionView.Line::note));
        return Listing.of(page.t(title), List.of(), columns, lines);
    }
}
