package org.huiyin.activity;

import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.stereotype.Component;

/** Finds the activity an address speaks of, for whoever may know of it; for others there is none. */
@Component
class Shown {

    private final Activities activities;
    private final Kinds kinds;
    private final ActivityRights rights;

    Shown(Activities activities, Kinds kinds, ActivityRights rights) {
        this.activities = activities;
        this.kinds = kinds;
        this.rights = rights;
    }

    /** An activity with its kind, and what its reader may do. */
    record One(long id, Activity so, Kind kind, boolean runs, boolean inside) {}

    One find(Page page, String written) {
        long id = Answers.number(written);
        Activity so = activities.find(id).orElseThrow(() -> new ProblemException(Answers.unknown()));
        Kind kind = kinds.of(so);
        boolean inside = rights.seesInside(page.reader(), kind, so);
        if (!inside && !so.plan().open()) {
            throw new ProblemException(Answers.unknown());
        }
        return new One(id, so, kind, rights.runs(page.reader(), kind, so), inside);
    }

    /** The same for those who run it. */
    One run(Page page, String written) {
        One one = find(page, written);
        if (!one.runs()) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return one;
    }

    /** The same for whoever stands before its code. */
    One scanned(long id) {
        Activity so = activities.find(id).orElseThrow(() -> new ProblemException(Answers.unknown()));
        return new One(id, so, kinds.of(so), false, false);
    }

    /** The same for anybody, as far as it is open. */
    One open(Page page, String written) {
        One one = find(page, written);
        if (!one.so().plan().open() || one.kind().publicity() != Kind.Publicity.OPEN) {
            throw new ProblemException(Answers.unknown());
        }
        return one;
    }
}
