package org.huiyin.mechanism;

import java.util.List;
import org.huiyin.evidence.Attachment;

/** Pictures of before and of after. */
public record PicturesView(List<Picture> before, List<Picture> after) {

    /** @param far that it was taken far from the spot, in words; "" when not */
    public record Picture(Attachment file, String when, String far) {}
}
