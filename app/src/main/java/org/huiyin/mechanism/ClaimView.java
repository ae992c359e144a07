package org.huiyin.mechanism;

import java.util.List;
import org.huiyin.activity.Doorstep;

/**
 * A matter somebody outside the house may take upon themselves.
 *
 * @param wall the way back
 * @param gone why nobody can take it now; "" when somebody can
 * @param own whether whoever reads this holds it
 * @param next what to do now, for whoever holds it
 * @param back whether it can be given back
 * @param mine what else they hold
 */
public record ClaimView(
        WallView.WallRow matter,
        String call,
        String wall,
        String gone,
        boolean own,
        String next,
        boolean back,
        List<Holding> mine,
        Form form) {

    /** Something the reader took upon themselves. */
    public record Holding(String path, String words, String state, String next) {}

    /**
     * The form.
     *
     * @param self who takes it; "" while nobody is known
     * @param guest whether the browser may be made to forget them
     * @param called how they may be named in public
     * @param error what was wrong; "" for nothing
     * @param shown what a demonstration shows in place of a telephone
     */
    public record Form(
            String self,
            boolean guest,
            List<Called> called,
            String chosen,
            String key,
            boolean reachable,
            Doorstep.Asked asked,
            String shown,
            String error) {}

    /** One way to be named. */
    public record Called(String value, String label) {}
}
