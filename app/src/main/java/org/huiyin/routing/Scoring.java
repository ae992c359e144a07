package org.huiyin.routing;

import de.bwaldvogel.liblinear.Model;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.VariableInfo;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;

/**
 * A fitted model laid out for scoring.
 *
 * @param weights what a feature weighs for each label, by feature and label
 * @param bias what speaks for a label before anything is read
 * @param provenance the trainer, its settings and the data, as Tribuo noted them
 */
record Scoring(Vocabulary vocabulary, List<String> labels, float[] weights, float[] bias, String provenance) {

    /** From the fitted model's order of features into that of the vocabulary. */
    static Scoring of(LibLinearClassificationModel model, Vocabulary vocabulary, float[] odd) {
        ImmutableFeatureMap map = model.getFeatureIDMap();
        Model inner = model.getInnerModels().getFirst();
        List<String> labels = new ArrayList<>();
        for (int label : inner.getLabels()) {
            labels.add(model.getOutputIDInfo().getOutput(label).getLabel());
        }
        int classes = labels.size();
        float[] weights = new float[vocabulary.rarity().length * classes];
        float[] bias = new float[classes];
        // A copy is made at each call.
        double[] fitted = inner.getFeatureWeights();
        for (VariableInfo feature : map) {
            int from = map.getID(feature.getName());
            int to = vocabulary.id(feature.getName());
            for (int c = 0; c < classes; c++) {
                weights[to * classes + c] = weight(fitted, classes, from, c) * odd[to];
            }
        }
        for (int c = 0; c < classes; c++) {
            bias[c] = weight(fitted, classes, map.size(), c);
        }
        String provenance = model.getProvenance().toString();
        return new Scoring(vocabulary, List.copyOf(labels), weights, bias, provenance);
    }

    /** Of two labels only one plane is kept; it speaks for the first and against the second. */
    private static float weight(double[] fitted, int classes, int feature, int label) {
        if (classes == 2) {
            return (float) (label == 0 ? fitted[feature] : -fitted[feature]);
        }
        return (float) fitted[feature * classes + label];
    }

    /** How far a message stands on each label's side, in the order of the labels. */
    double[] scores(Vector vector) {
        double[] scores = new double[labels.size()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = bias[c];
        }
        for (int i = 0; i < vector.ids().length; i++) {
            int row = vector.ids()[i] * scores.length;
            for (int c = 0; c < scores.length; c++) {
                scores[c] += vector.values()[i] * weights[row + c];
            }
        }
        return scores;
    }
}
