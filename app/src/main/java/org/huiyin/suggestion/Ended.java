package org.huiyin.suggestion;

import java.time.Instant;
import org.huiyin.routing.Labelled;

/**
 * A matter that was answered, as something to learn from: what was written, without what identifies a person, and where it ended.
 *
 * @param office what kind of unit that is: its name without the name of its place, such as 城市管理执法局
 * @param unit the unit that handled it in the end, whichever it was given to first
 */
public record Ended(
        long matter,
        String title,
        String body,
        String place,
        String category,
        String office,
        int unit,
        Instant raisedAt) {

    Labelled labelled(String topic) {
        return new Labelled(title, body, topic);
    }
}
