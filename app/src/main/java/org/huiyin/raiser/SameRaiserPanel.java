package org.huiyin.raiser;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.worklist.MatterPanel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside a matter how many more the same telephone raised. */
@Component
@Order(60)
class SameRaiserPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final SameRaiser same;

    SameRaiserPanel(SameRaiser same) {
        this.same = same;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        List<RaisedRow> others = same.of(page, matter);
        return others.isEmpty() ? Optional.empty() : Optional.of(templates.raiserSame(page, others));
    }
}
