package org.huiyin.routing;

import java.util.Arrays;
import java.util.List;

/**
 * How much a feature tells labels apart: the largest |ln| of how much more often it stands in messages of one label than in all others, as Naive
 * Bayes would weigh it, divided by the mean of all features. A linear learner that sees features times this needs fewer examples (Wang and
 * Manning, Baselines and Bigrams, 2012).
 */
final class Oddness {

    private Oddness() {}

    static float[] of(List<Vector> vectors, int[] labels, int classes, int features) {
        int[][] having = new int[classes][features];
        long[] all = new long[classes];
        for (int i = 0; i < labels.length; i++) {
            for (int id : vectors.get(i).ids()) {
                having[labels[i]][id]++;
            }
            all[labels[i]] += vectors.get(i).ids().length;
        }
        int[] total = new int[features];
        for (int[] one : having) {
            for (int id = 0; id < features; id++) {
                total[id] += one[id];
            }
        }
        long everything = Arrays.stream(all).sum() + features;
        float[] odd = new float[features];
        double sum = 0;
        for (int id = 0; id < features; id++) {
            for (int c = 0; c < classes; c++) {
                double inside = (having[c][id] + 1.0) / (all[c] + features);
                double outside = (total[id] - having[c][id] + 1.0) / (everything - all[c]);
                odd[id] = (float) Math.max(odd[id], Math.abs(Math.log(inside / outside)));
            }
            sum += odd[id];
        }
        float mean = sum == 0 ? 1 : (float) (sum / features);
        for (int id = 0; id < features; id++) {
            odd[id] /= mean;
        }
        return odd;
    }
}
