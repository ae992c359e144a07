package org.huiyin.reading;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the page of a matter which document it came from and in which words; leads back there for those who read it in. */
@Component
@Order(6)
class SourcePanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final ReadDocuments documents;

    SourcePanel(ReadDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        return documents.origin(matter.number()).map(origin -> {
            boolean own = DocumentsPage.mayRead(page) && page.reader().unit() == origin.unit();
            return templates.readingSource(
                    page, origin.name(), origin.source(), own ? "/desk/documents/" + origin.document() : "");
        });
    }
}
