package org.huiyin.reading;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents in the rail of the desk, with how many wait for a decision. */
@Component
@Order(40)
class DocumentsLink implements RailLink {

    private final ReadDocuments documents;

    DocumentsLink(ReadDocuments documents) {
        this.documents = documents;
    }

    @Override
    public boolean shown(Page page) {
        return DocumentsPage.mayRead(page);
    }

    @Override
    public String path() {
        return "/desk/documents";
    }

    @Override
    public String title(Page page) {
        return page.t("reading.documents");
    }

    @Override
    public int waiting(Page page) {
        return documents.waiting(page.reader());
    }
}
