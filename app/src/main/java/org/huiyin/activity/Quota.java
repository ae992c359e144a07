package org.huiyin.activity;

import java.util.Set;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.programme.Text;

/**
 * How many of a kind somebody owes in a period.
 *
 * @param roles the posts that owe it
 * @param units at units of these classes
 * @param counts what counts: days on which they were there, or activities
 * @param target how many in a period; never zero
 * @param share the share of the period's working days that is owed in place of a number, as 1/3; 0 over 1 for none
 */
public record Quota(
        String name,
        Text title,
        Set<Role> roles,
        Set<Unit.Kind> units,
        Per per,
        Counts counts,
        int target,
        Share share) {

    /** The stretch of time it is owed in. */
    public enum Per {
        WEEK,
        MONTH,
        QUARTER
    }

    /** What is counted. */
    public enum Counts {
        DAYS,
        TIMES
    }

    /** A share of working days. */
    public record Share(int of, int over) {

        static final Share NONE = new Share(0, 1);

        boolean none() {
            return of == 0;
        }
    }

    /**
     * How many are owed in a period with so many working days; a share is rounded up.
     */
    public int owed(int workingDays) {
        return share.none() ? target : Math.ceilDiv(workingDays * share.of(), share.over());
    }
}
