package org.huiyin.track;

import gg.jte.Content;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;

/** What a feature adds to the page of a matter for everybody but its raiser. */
public interface TrackPart {

    Optional<Content> of(Page page, Matter matter);
}
