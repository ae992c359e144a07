package org.huiyin.matter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Lifecycle decides, before anything is stored. */
sealed interface Decision {

    /**
     * The step may be taken.
     *
     * @param found the matter as it was found
     * @param before the same with its open clocks under the timetable that judges the step; the very same when nothing changed there
     * @param carries steps it brings about on other matters
     */
    record Accepted(
            Step step, @Nullable Matter found, @Nullable Matter before, Matter after, List<Carried> carries)
            implements Decision {

        Accepted withMatter(long id) {
            return new Accepted(step.withMatter(id), found, before, after.withId(id), carries);
        }
    }

    /** It may not. */
    record Denied(Outcome outcome) implements Decision {}

    /** A step Huiyin takes on another matter because of this one. */
    record Carried(long matter, String step, Map<String, Object> fields, List<String> evidence) {}
}
