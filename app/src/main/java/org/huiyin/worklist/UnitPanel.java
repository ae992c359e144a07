package org.huiyin.worklist;

import gg.jte.Content;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Unit;

/** What a feature has to say of a unit on its page, to readers who reach the unit. The feature fills it, the page places it. */
public interface UnitPanel {

    /** Nothing when the feature has nothing to say of this unit. */
    Optional<Content> of(Page page, Unit unit);
}
