package org.huiyin.routing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.huiyin.routing.Confidence.Scored;

/**
 * Makes a model from messages that people labelled. A fifth of them is kept apart first, to learn how sure the model may be; messages with the
 * same title stay on one side, or the fifth would be known already.
 */
public final class Learning {

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
     * Learns from all of them, after a trial on four fifths that tells how sure the model may be.
     *
     * @throws CannotLearn when there are too few rows or labels
     */
    public RoutingModel from(List<Labelled> rows, Wish wish) {
        Corpus corpus = read(rows);
        Trial trial = trial(corpus, wish);
        progress.accept("Learning from all " + rows.size() + " messages…");
        Scoring whole = new Fit(corpus).to(corpus.messages(), source(wish), at(wish));
        return model(wish, rows.size(), whole, trial.heat(), trial.threshold(), About.Held.of(trial.evaluation()));
    }

    /**
     * Learns from four fifths and never from the fifth kept apart, which is the same for every model: so that two models can be compared on
     * messages that neither has learned from.
     *
     * @throws CannotLearn when there are too few rows or labels
     */
    public RoutingModel fromFourFifths(List<Labelled> rows, Wish wish) {
        Trial trial = trial(read(rows), wish);
        return model(
                wish,
                trial.rows(),
                trial.scoring(),
                trial.heat(),
                trial.threshold(),
                About.Held.of(trial.evaluation()));
    }

    private record Trial(Scoring scoring, int rows, double heat, double threshold, Evaluation evaluation) {}

    private Corpus read(List<Labelled> rows) {
        if (rows.size() < FEWEST) {
            throw new CannotLearn(
                    "Too few messages to learn from: " + rows.size() + "; at least " + FEWEST + " are needed.");
        }
        progress.accept("Reading " + rows.size() + " messages…");
        return Corpus.of(features, rows);
    }

    private Trial trial(Corpus corpus, Wish wish) {
        List<Corpus.Read> apart = new ArrayList<>();
        List<Corpus.Read> rest = new ArrayList<>();
        corpus.messages().forEach(one -> (keptApart(one.message()) ? apart : rest).add(one));
        progress.accept("Learning from " + rest.size() + " messages, " + apart.size() + " kept apart…");
        Scoring scoring = new Fit(corpus).to(rest, source(wish), at(wish));
        List<Scored> known = apart.stream()
                .map(Corpus.Read::message)
                .filter(row -> scoring.labels().contains(row.label()))
                .map(row -> scored(scoring, row))
                .toList();
        double heat = Confidence.fitted(known).heat();
        List<Labelled> asked = apart.stream().map(Corpus.Read::message).toList();
        double threshold = threshold(model(wish, rest.size(), scoring, heat, 0, NOT_YET), asked);
        Evaluation evaluation = evaluation(model(wish, rest.size(), scoring, heat, threshold, NOT_YET), asked);
        return new Trial(scoring, rest.size(), heat, threshold, evaluation);
    }

    private static String source(Wish wish) {
        return String.join(", ", wish.sources().stream().map(About.Source::name).toList());
    }

    private static OffsetDateTime at(Wish wish) {
        return wish.at().atOffset(ZoneOffset.UTC);
    }

    private static final About.Held NOT_YET = new About.Held(0, 0, 0, 0, 0, 0, 0);

    /** Whether no model that learns from four fifths ever learns from this message. */
    public static boolean keptApart(Labelled row) {
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

    private static double threshold(RoutingModel model, List<Labelled> apart) {
        return Threshold.of(apart.stream()
                .map(row -> {
                    Suggestion first = model.suggest(row.title(), row.body()).getFirst();
                    return new Threshold.Said(first.confidence(), first.label().equals(row.label()));
                })
                .toList());
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
