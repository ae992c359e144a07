package org.huiyin.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From which confidence on suggestions may be shown. */
public final class Threshold {

    /** Share of the shown suggestions that must be right. */
    static final double WANTED = 0.95;

    private Threshold() {}

    /** A suggestion for a message that was not learned from. */
    public record Said(double confidence, boolean right) {}

    /** The least confidence from which on enough of them were right; 1 when there is none. */
    public static double of(List<Said> suggestions) {
        List<Said> said = new ArrayList<>(suggestions);
        said.sort(Comparator.comparingDouble(Said::confidence).reversed());
        double threshold = 1;
        int right = 0;
        for (int i = 0; i < said.size(); i++) {
            right += said.get(i).right() ? 1 : 0;
            if (right >= WANTED * (i + 1)) {
                threshold = said.get(i).confidence();
            }
        }
        return threshold;
    }
}
