package org.huiyin.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.MayReadKept;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** What was photographed at activities: kept for the act it came with, shown to whoever sees the activity; of what is open, the report to all. */
@Component
class Photos implements MayReadKept {

    /** The kind under which acts keep attachments. */
    static final String KIND = "activity-act";

    /** No activity has as many acts. */
    private static final long ACTS = 1_000_000;

    private final Attachments attachments;
    private final Activities activities;
    private final Kinds kinds;
    private final ActivityRights rights;

    Photos(Attachments attachments, Activities activities, Kinds kinds, ActivityRights rights) {
        this.attachments = attachments;
        this.activities = activities;
        this.kinds = kinds;
        this.rights = rights;
    }

    static long keeper(long activity, int seq) {
        return activity * ACTS + seq;
    }

    /** The photographs of these acts, by act. */
    Map<Integer, List<Attachment>> of(long activity, List<Integer> seqs) {
        Map<Integer, List<Attachment>> all = new LinkedHashMap<>();
        List<Long> keepers = new ArrayList<>();
        seqs.forEach(seq -> keepers.add(keeper(activity, seq)));
        attachments.kept(KIND, keepers).forEach((keeper, kept) -> all.put((int) (keeper % ACTS), kept));
        return all;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mayRead(Actor actor, long keeper) {
        long id = keeper / ACTS;
        return activities
                .find(id)
                .filter(one -> rights.seesInside(actor, kinds.of(one), one)
                        || one.plan().open() && activities.reportedBy(id, (int) (keeper % ACTS)))
                .isPresent();
    }
}
