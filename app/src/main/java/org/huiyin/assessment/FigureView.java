package org.huiyin.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one figure comes about.
 *
 * @param formula in words
 * @param terms what it is made of
 * @param over what it is divided by
 * @param leftOut the exclusions in force for whom the figure is about; null where figures are not told apart by unit
 */
public record FigureView(
        String title,
        String whose,
        String period,
        String value,
        String interval,
        String formula,
        List<Term> terms,
        List<Term> over,
        @Nullable Count leftOut,
        String back) {

    /**
     * A part or a measure in a formula: one of both is null.
     *
     * @param weight "" for 1
     */
    public record Term(String weight, String name, @Nullable Count count, AssessmentView.@Nullable Share share) {}
}
