package org.huiyin.worklist;

import gg.jte.Content;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;

/** What a feature has to say of a matter on its page. The feature fills it, the page places it. */
public interface MatterPanel {

    /** Nothing when the feature has nothing to say of this matter to this reader. */
    Optional<Content> of(Page page, Matter matter);
}
