package org.huiyin.alike;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows beside a matter that may still be merged which others say the same. */
@Component
@Order(1)
class AlikePanel implements MatterPanel {

    private static final int MOST = 5;

    private final StaticTemplates templates = new StaticTemplates();
    private final Beside beside;

    AlikePanel(Beside beside) {
        this.beside = beside;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        if (!beside.merges(page.reader(), matter)) {
            return Optional.empty();
        }
        List<AlikeSide> found = beside.of(page, matter, MOST);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.alikePanel(page, matter.number().toString(), found));
    }
}
