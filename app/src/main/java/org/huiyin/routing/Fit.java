package org.huiyin.routing;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Fits a linear support vector machine to messages: one plane a label, in the space of their features. */
final class Fit {

    /** More brings nothing: 0.3 to 1 are within a thousandth of each other. */
    private static final double COST = 0.3;

    private static final double EXACTNESS = 0.1;
    private static final int ROUNDS = 1000;
    private static final int MOST_FEATURES = 400_000;

    /** Every feature has a weight for each label: what is learned stays at some 12 MB, however many labels there are. */
    private static final int MOST_WEIGHTS = 3_000_000;

    private final Corpus corpus;

    Fit(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * Fits to some of the corpus's messages.
     *
     * @param source what it is fitted to, for the record that the model carries with it
     * @param at when, for the same record
     * @throws CannotLearn when there is only one label
     */
    Scoring to(List<Corpus.Read> messages, String source, OffsetDateTime at) {
        List<String> labels = new ArrayList<>(new TreeSet<>(
                messages.stream().map(one -> one.message().label()).toList()));
        if (labels.size() < 2) {
            throw new CannotLearn("There is nothing to tell apart: all messages have the label " + labels + ".");
        }
        Vocabulary.Chosen chosen =
                Vocabulary.of(corpus, messages, Math.min(MOST_FEATURES, MOST_WEIGHTS / labels.size()));
        List<Vector> vectors = messages.stream().map(chosen::vector).toList();
        int[] numbers = messages.stream()
                .mapToInt(one -> labels.indexOf(one.message().label()))
                .toArray();
        Vocabulary vocabulary = chosen.vocabulary();
        float[] odd = Oddness.of(vectors, numbers, labels.size(), vocabulary.rarity().length);
        MutableDataset<Label> data = data(vocabulary, vectors, odd, messages, source, at);
        LibLinearClassificationModel model = (LibLinearClassificationModel) new LibLinearClassificationTrainer(
                        new LinearClassificationType(LinearType.L2R_L2LOSS_SVC_DUAL), COST, ROUNDS, EXACTNESS)
                .train(data);
        return Scoring.of(model, vocabulary, odd);
    }

    private static MutableDataset<Label> data(
            Vocabulary vocabulary,
            List<Vector> vectors,
            float[] odd,
            List<Corpus.Read> messages,
            String source,
            OffsetDateTime at) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance(source, at, factory), factory);
        String[] names = vocabulary.names();
        Map<String, Label> labels = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            Vector vector = vectors.get(i);
            if (vector.ids().length > 0) {
                Label label = labels.computeIfAbsent(messages.get(i).message().label(), Label::new);
                data.add(new ArrayExample<>(label, named(vector, names), weighed(vector, odd)));
            }
        }
        return data;
    }

    private static String[] named(Vector vector, String[] names) {
        String[] found = new String[vector.ids().length];
        for (int i = 0; i < found.length; i++) {
            found[i] = names[vector.ids()[i]];
        }
        return found;
    }

    private static double[] weighed(Vector vector, float[] odd) {
        double[] values = new double[vector.ids().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector.values()[i] * odd[vector.ids()[i]];
        }
        return values;
    }
}
