package org.huiyin.alike;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A matter that is alike.
 *
 * @param share pairs of letters both have, 0 to 1
 * @param sameSpot whether both name the same estate, school or market
 * @param metres how far apart they are; null when one has no position
 */
public record Alike(
        long matter,
        double share,
        boolean sameSpot,
        @Nullable Integer metres) {

    /** How near something of the same kind must be. */
    static final int METRES = 250;

    /** Unrelated messages share a hundredth and hardly two ever so much; a copy with three characters in ten replaced shares a third. */
    static final double SAME = 0.2;

    /** Too little to say the same, but more than chance. */
    static final double SIMILAR = 0.08;

    static Alike of(long matter, Told here, Told there) {
        Position mine = here.position();
        Position theirs = there.position();
        return new Alike(
                matter,
                here.imprint().alike(there.imprint()),
                Arrays.stream(here.spots())
                        .anyMatch(spot -> Arrays.stream(there.spots()).anyMatch(other -> other == spot)),
                mine == null || theirs == null ? null : (int) Math.round(mine.metres(theirs)));
    }

    static boolean sameWords(double share) {
        return share >= SAME;
    }

    boolean sameWords() {
        return sameWords(share);
    }

    /** A position says more than a name that two estates may have. */
    boolean near() {
        return metres == null ? sameSpot : metres <= METRES;
    }

    /** Whether a person should look at the two side by side. */
    boolean counts(boolean sameCategory) {
        return sameWords() || (near() && (sameCategory || share >= SIMILAR));
    }

    /** The likelier one comes first: what says the same, then what is near. */
    double weight() {
        return share + (near() ? SAME : 0);
    }
}
