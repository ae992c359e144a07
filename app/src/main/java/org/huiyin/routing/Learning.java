package org.huiyin.routing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.huiyin.routing.Confidence.Scored;

/**
 * Makes a model from messages that people labelled. A fifth of them is kept apart first, to learn how sure the model may be; messages with the
 * same title stay on one side, or the fifth would be known already.
 */
public final class Learning {

    /** Share of the shown suggestions that must be right. */
    static final double WANTED = 0.95;

    private static final int KEPT_APART = 5;
    private static final int FEWEST = 50;

    private final Features features = new Features();
    private final Consumer<String> progress;

    /** @param progress is told in a sentence what is being done */
    public Learning(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * What a model is to be made of.
     *
     * @param about who asked, from which columns and sources
     */
    public record Wish(Instant at, String by, List<String> texts, String label, List<About.Source> sources) {}

    /**
     * Learns.
     *
     * @throws CannotLearn when there are too few rows or labels
     */
    public RoutingModel from(List<Labelled> rows, Wish wish) {
        if (rows.size() < FEWEST) {
            throw new CannotLearn(
                    "Too few messages to learn from: " + rows.size() + "; at least " + FEWEST + " are needed.");
        }
        progress.accept("Reading " + rows.size() + " messages…");
        Corpus corpus = Corpus.of(features, rows);
        List<Corpus.Read> apart = new ArrayList<>();
        List<Corpus.Read> rest = new ArrayList<>();
        corpus.messages().forEach(one -> (keptApart(one.message()) ? apart : rest).add(one));
        progress.accept("Learning from " + rest.size() + " messages, " + apart.size() + " kept apart…");
        String source = String.join(
                ", ", wish.sources().stream().map(About.Source::name).toList());
        Fit fit = new Fit(corpus);
        Scoring trial = fit.to(rest, source, wish.at().atOffset(ZoneOffset.UTC));
        List<Scored> known = apart.stream()
                .map(Corpus.Read::message)
                .filter(row -> trial.labels().contains(row.label()))
                .map(row -> scored(trial, row))
                .toList();
        double heat = Confidence.fitted(known).heat();
        List<Labelled> asked = apart.stream().map(Corpus.Read::message).toList();
        double threshold = threshold(model(wish, rows.size(), trial, heat, 0, NOT_YET), asked);
        Evaluation evaluation = evaluation(model(wish, rows.size(), trial, heat, threshold, NOT_YET), asked);
        progress.accept("Learning from all " + rows.size() + " messages…");
        Scoring whole = fit.to(corpus.messages(), source, wish.at().atOffset(ZoneOffset.UTC));
        return model(wish, rows.size(), whole, heat, threshold, About.Held.of(evaluation));
    }

    private static final About.Held NOT_YET = new About.Held(0, 0, 0, 0, 0, 0, 0);

    private static boolean keptApart(Labelled row) {
        CRC32 sum = new CRC32();
        sum.update(row.kinship().getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % KEPT_APART == 0;
    }

    private Scored scored(Scoring scoring, Labelled row) {
        return new Scored(
                scoring.scores(scoring.vocabulary().vector(features, row.title(), row.body())),
                scoring.labels().indexOf(row.label()));
    }

    private RoutingModel model(Wish wish, int rows, Scoring scoring, double heat, double threshold, About.Held held) {
        return new RoutingModel(
                new About(
                        wish.at(), wish.by(), wish.texts(), wish.label(), wish.sources(), rows, heat, threshold, held),
                scoring,
                features);
    }

    /** The least confidence from which on enough suggestions were right; 1 when there is none. */
    private static double threshold(RoutingModel model, List<Labelled> apart) {
        record Said(double confidence, boolean right) {}
        List<Said> said = new ArrayList<>();
        for (Labelled row : apart) {
            Suggestion first = model.suggest(row.title(), row.body()).getFirst();
            said.add(new Said(first.confidence(), first.label().equals(row.label())));
        }
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

    /** How a model does on messages. */
    public static Evaluation evaluation(RoutingModel model, List<Labelled> rows) {
        Evaluation evaluation = new Evaluation();
        for (Labelled row : rows) {
            List<Suggestion> suggested = model.suggest(row.title(), row.body());
            evaluation.add(suggested, model.sure(suggested.getFirst()), row.label());
        }
        return evaluation;
    }
}
