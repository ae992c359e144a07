package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.programme.Programme;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands beside a matter: its raiser, and what other features say of it. */
@Component
class Sides {

    private final RaiserViews raisers;
    private final ObjectProvider<MatterPanel> panels;

    Sides(RaiserViews raisers, ObjectProvider<MatterPanel> panels) {
        this.raisers = raisers;
        this.panels = panels;
    }

    MatterView.Raiser raiser(Page page, Matter matter, Programme programme) {
        return raisers.of(page, matter, programme);
    }

    List<Content> panels(Page page, Matter matter) {
        return panels.orderedStream()
                .flatMap(panel -> panel.of(page, matter).stream())
                .toList();
    }
}
