package org.huiyin.city;

import java.time.Instant;
import java.util.Map;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan.
 *
 * @param actor null for whoever raised the matter, by account or by query code
 * @param evidence whether a picture goes with it
 * @param into the matter it is merged into; null for any other step
 */
record Act(
        Instant at,
        String step,
        @Nullable Actor actor,
        Map<String, Object> fields,
        boolean evidence,
        @Nullable Tale into) {

    static Act of(Instant at, String step, Actor actor, Map<String, Object> fields) {
        return new Act(at, step, actor, fields, false, null);
    }

    static Act byRaiser(Instant at, String step, Map<String, Object> fields) {
        return new Act(at, step, null, fields, false, null);
    }

    static Act merge(Instant at, Actor dispatcher, Map<String, Object> fields, Tale into) {
        return new Act(at, "merge", dispatcher, fields, false, into);
    }

    Act withEvidence() {
        return new Act(at, step, actor, fields, true, into);
    }
}
