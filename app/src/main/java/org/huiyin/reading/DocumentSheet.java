package org.huiyin.reading;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The documents a unit read in, as its people take the list along. */
@Component
class DocumentSheet implements SheetList {

    private final ReadDocuments documents;

    DocumentSheet(ReadDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public boolean open(Actor reader) {
        return DocumentsPage.mayRead(reader);
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        List<Column<ReadDocuments.Listed>> columns = List.of(
                Column.text("reading.file", ReadDocuments.Listed::name),
                Column.date("reading.day", ReadDocuments.Listed::day),
                Column.time("reading.column.read-at", ReadDocuments.Listed::readAt),
                Column.number("reading.column.drafts", ReadDocuments.Listed::drafts),
                Column.number("reading.state.confirmed", ReadDocuments.Listed::confirmed),
                Column.number("reading.state.dropped", ReadDocuments.Listed::dropped));
        return Listing.of(page.t("reading.before"), List.of(), columns, documents.of(page.reader()));
    }
}
