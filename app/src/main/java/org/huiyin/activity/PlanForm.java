package org.huiyin.activity;

import java.util.List;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;

/**
 * The form of a plan.
 *
 * @param action where it is sent
 * @param back where one comes from
 * @param version the version it changes; 0 for a new one
 * @param rows how many rows of sittings it has
 * @param wrong sentences about what is wrong
 */
public record PlanForm(
        String action,
        String back,
        int version,
        String kindTitle,
        Shape shape,
        Filled filled,
        Options options,
        int rows,
        List<String> wrong) {

    /** What a kind asks for. */
    public record Shape(boolean signUp, boolean open, boolean participants, boolean entries) {

        static Shape of(Kind kind) {
            return new Shape(
                    kind.signUp() != null,
                    kind.publicity() == Kind.Publicity.OPEN,
                    kind.whom().sort() == Kind.Whom.Sort.STAFF || kind.whom().sort() == Kind.Whom.Sort.ENTRIES,
                    kind.whom().sort() == Kind.Whom.Sort.ENTRIES);
        }
    }
}
