package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.org.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all features have to say of a unit. */
@Component
public class UnitPanels {

    private final ObjectProvider<UnitPanel> panels;

    UnitPanels(ObjectProvider<UnitPanel> panels) {
        this.panels = panels;
    }

    /** Whether this reader is told more of the unit than everybody is. */
    public boolean open(Page page, Unit unit) {
        return UnitDesk.reaches(page.reader(), unit);
    }

    /** In their order; none to a reader who does not reach the unit. */
    public List<Content> of(Page page, Unit unit) {
        return open(page, unit)
                ? panels.orderedStream()
                        .flatMap(panel -> panel.of(page, unit).stream())
                        .toList()
                : List.of();
    }
}
