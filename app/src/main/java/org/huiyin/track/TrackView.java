package org.huiyin.track;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/**
 * A matter as its page shows it.
 *
 * @param tone of the list's chip
 * @param objectable whether anybody may object to how it ended now
 * @param steps what the raiser may do now, each as a form; empty for the public
 * @param openings who opened the raiser's identity, told to the raiser alone
 * @param parts what features add for everybody else
 */
public record TrackView(
        String number,
        String title,
        String place,
        String state,
        String list,
        String tone,
        boolean raiser,
        boolean confidential,
        boolean objectable,
        int round,
        Instant raisedAt,
        Promised promised,
        List<Moment> moments,
        List<OpenStep> steps,
        List<Opening> openings,
        List<Content> parts,
        Options options) {

    /** A unit opened the raiser's sealed identity. */
    public record Opening(String unit, Instant at, String reason) {}

    /** The newest answer; null before there is one. */
    public @Nullable Moment answer() {
        return moments.stream()
                .filter(Moment::answer)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /**
     * One step the raiser may take.
     *
     * @param expected the version the form was made for
     * @param open whether it is shown opened
     */
    public record OpenStep(
            StepRule rule,
            int expected,
            String key,
            Filled filled,
            boolean open,
            @Nullable String refused) {

        public String prefix() {
            return rule.name() + "-";
        }
    }
}
