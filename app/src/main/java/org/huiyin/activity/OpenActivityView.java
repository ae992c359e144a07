package org.huiyin.activity;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * An activity as anybody sees it.
 *
 * @param self how the reader stands to it
 * @param ask the form for a telephone and its code
 */
public record OpenActivityView(
        long id,
        String title,
        String kind,
        String standing,
        String tone,
        String details,
        List<ActivityView.Fact> facts,
        List<ActivityView.SessionRow> sessions,
        ActivityView.@Nullable Told report,
        List<Attachment> photos,
        Self self,
        Ask ask,
        String key) {

    /**
     * The reader.
     *
     * @param name who they are to us; empty while we do not know
     * @param standing how they stand to it, in words; empty when they do not
     * @param may sign up now
     * @param leaves may withdraw now
     * @param rates may say what they thought of it
     */
    public record Self(String name, String standing, boolean may, boolean leaves, boolean rates) {}

    /**
     * What is asked of somebody we do not know.
     *
     * @param reachable whether codes can be sent at all
     * @param shown what a demonstration shows in place of the telephone; empty otherwise
     */
    public record Ask(boolean reachable, Doorstep.Asked asked, String shown) {}
}
