package org.huiyin.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about suggestions.
 *
 * @param stats numbers on top
 * @param fault why nothing is suggested though a model is in force; empty when all is well
 */
public record PrecisionView(
        List<Stat> stats,
        List<Line> units,
        List<Line> categories,
        List<ModelLine> models,
        List<LearningLine> learnings,
        boolean learning,
        String fault) {

    /** A number with its name. */
    public record Stat(String name, String number) {}

    /**
     * How often one unit or category was right.
     *
     * @param share of all, with the interval it lies in
     * @param path its matters; {@code wrongPath} those that ended elsewhere
     */
    public record Line(
            String name,
            String n,
            String right,
            String share,
            String interval,
            double low,
            double at,
            double high,
            String path,
            String wrong,
            String wrongPath) {}

    /**
     * A model that was made.
     *
     * @param figures sentences about how good it was
     * @param since when and why it was last put in force; empty when never
     * @param inForce whether it is
     * @param kept whether one can go back to it
     */
    public record ModelLine(
            long id,
            String learned,
            String by,
            String matters,
            List<String> figures,
            String since,
            boolean inForce,
            boolean kept) {}

    /** A learning and what came of it. */
    public record LearningLine(
            String begun,
            String by,
            String outcome,
            String told,
            @Nullable Long model,
            boolean bad) {}
}
