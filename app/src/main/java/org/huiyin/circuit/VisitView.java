package org.huiyin.circuit;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;

/**
 * A visit on its page.
 *
 * @param files its photos
 * @param writes whether this reader may add findings
 */
public record VisitView(
        long circuit,
        String groupName,
        int number,
        CircuitReport.VisitRow row,
        String by,
        List<Attachment> files,
        List<FindingView> findings,
        boolean writes,
        Draft draft) {

    /**
     * The form of a visit or a finding, empty or as it was sent.
     *
     * @param options places to pick
     * @param wrong what is wrong with it; empty at first
     */
    public record Draft(Filled filled, HandedIn files, Options options, String key, List<String> wrong) {}

    /** What the form of a new visit offers. */
    public record Form(
            long circuit,
            String groupName,
            int number,
            int unit,
            String unitName,
            List<Visitor> visitors,
            Draft draft) {}

    /**
     * A member who may have gone.
     *
     * @param own whether the unit is this member's own
     * @param went whether it is ticked
     */
    public record Visitor(long post, String name, boolean own, boolean went) {}
}
