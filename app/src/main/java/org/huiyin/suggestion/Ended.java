package org.huiyin.suggestion;

import java.time.Instant;
import org.huiyin.routing.Labelled;

/**
 * A matter that was answered, as something to learn from: what was written, without what identifies a person, and where it ended.
 *
 * @param unit the unit that handled it in the end, whichever it was given to first
 */
public record Ended(long matter, String title, String body, String place, String category, int unit, Instant raisedAt) {

    Labelled labelled() {
        return new Labelled(title, body, category);
    }
}
