package org.huiyin.assessment;

import java.util.List;

/**
 * How one figure comes about.
 *
 * @param formula in words
 * @param terms what it is made of
 * @param over what it is divided by
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
        String back) {

    /** A part or a measure in a formula; {@code weight} is "" for 1. */
    public record Term(String weight, String name, String count, String href) {}
}
