package org.huiyin.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is suggested for one matter. Only what is sure is shown; the rest is kept so that silence can be counted too.
 *
 * @param words those of the matter's own that spoke most for the category
 * @param unit null when nobody ever handled anything like it
 */
public record Advice(
        String category,
        double categoryShare,
        boolean categorySure,
        List<String> words,
        @Nullable Integer unit,
        double unitShare,
        boolean unitSure,
        Grounds grounds) {

    /**
     * What speaks for the unit.
     *
     * @param place code of the place that was looked at; empty for the whole city
     * @param such matters of that category there
     * @param handled how many of them the unit handled
     */
    public record Grounds(String place, int such, int handled) {

        static final Grounds NONE = new Grounds("", 0, 0);
    }
}
