package org.huiyin.worklist;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Filled;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody asked for and did not get, with everything they had typed.
 *
 * @param seen the version they had seen
 * @param trouble why not, where it is not about one field
 */
record Tried(
        String step,
        int seen,
        Filled filled,
        List<Attachment> kept,
        @Nullable String fileError,
        @Nullable String trouble) {

    Tried wrong(Filled again) {
        return new Tried(step, seen, again, kept, fileError, trouble);
    }

    Tried because(String why) {
        return new Tried(step, seen, filled, kept, fileError, why);
    }
}
