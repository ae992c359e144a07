package org.huiyin.worklist;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The papers there are of a matter, on its page. */
@Component
@Order(80)
class OfficePaperPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final OfficePapers papers;

    OfficePaperPanel(OfficePapers papers) {
        this.papers = papers;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        List<String> names = papers.of(matter);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.worklistPapers(page, matter.number().toString(), names));
    }
}
