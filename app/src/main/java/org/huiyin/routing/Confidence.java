package org.huiyin.routing;

import java.util.List;

/**
 * Turns scores into shares that mean what they say: of all suggestions made with 80 %, 80 % are right.
 *
 * @param heat scores are divided by it; the greater, the less is claimed
 */
record Confidence(double heat) {

    private static final double LEAST = 0.02;
    private static final double MOST = 5;
    private static final int ROUNDS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Scores of one message, and which label is right. */
    record Scored(double[] scores, int right) {}

    /** The heat under which messages that were not learned from are least surprising; found by golden section on its logarithm. */
    static Confidence fitted(List<Scored> held) {
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        for (int i = 0; i < ROUNDS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (surprise(held, Math.exp(left)) < surprise(held, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return new Confidence(Math.exp((low + high) / 2));
    }

    private static double surprise(List<Scored> held, double heat) {
        Confidence confidence = new Confidence(heat);
        return held.stream()
                .mapToDouble(one -> -Math.log(Math.max(1e-12, confidence.shares(one.scores())[one.right()])))
                .sum();
    }

    /** Shares that sum to 1, in the order of the scores. */
    double[] shares(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        double[] shares = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp((scores[i] - most) / heat);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
