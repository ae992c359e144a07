package org.huiyin.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Suggests where a message belongs. Immutable, safe for many threads. */
public final class RoutingModel {

    private static final int LEAST_LETTERS = 2;

    private final About about;
    private final Scoring scoring;
    private final Confidence confidence;
    private final Features features;

    RoutingModel(About about, Scoring scoring, Features features) {
        this.about = about;
        this.scoring = scoring;
        this.confidence = new Confidence(about.heat());
        this.features = features;
    }

    public About about() {
        return about;
    }

    Scoring scoring() {
        return scoring;
    }

    public List<String> labels() {
        return scoring.labels();
    }

    /** All labels, the most likely first. Texts longer than {@value Features#LONGEST} characters are read to there. */
    public List<Suggestion> suggest(String title, String body) {
        return ranked(scoring.vocabulary().vector(features, title, body));
    }

    private List<Suggestion> ranked(Vector vector) {
        double[] shares = confidence.shares(scoring.scores(vector));
        List<Suggestion> suggestions = new ArrayList<>(shares.length);
        for (int c = 0; c < shares.length; c++) {
            suggestions.add(new Suggestion(scoring.labels().get(c), shares[c]));
        }
        suggestions.sort(Comparator.comparingDouble(Suggestion::confidence).reversed());
        return suggestions;
    }

    /** Whether a suggestion is sure enough to be shown to a person. */
    public boolean sure(Suggestion suggestion) {
        return suggestion.confidence() >= about.threshold();
    }

    /** The words of a message that spoke most for a label, the strongest first; none stands inside another. */
    public List<String> because(String title, String body, String label, int most) {
        int c = scoring.labels().indexOf(label);
        Vector vector = scoring.vocabulary().vector(features, title, body);
        Map<Integer, Double> spoke = new TreeMap<>();
        for (int i = 0; c >= 0 && i < vector.ids().length; i++) {
            double weight = vector.values()[i]
                    * scoring.weights()[vector.ids()[i] * scoring.labels().size() + c];
            if (weight > 0) {
                spoke.put(vector.ids()[i], weight);
            }
        }
        String[] names = new String[scoring.vocabulary().ids().size()];
        scoring.vocabulary().ids().forEach((name, id) -> names[id] = name);
        List<String> words = new ArrayList<>();
        spoke.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .map(one -> Features.shown(names[one.getKey()]))
                .filter(word -> word.codePointCount(0, word.length()) >= LEAST_LETTERS)
                .forEach(word -> {
                    boolean told = words.stream().anyMatch(said -> said.contains(word) || word.contains(said));
                    if (!told && words.size() < most) {
                        words.add(word);
                    }
                });
        return words;
    }
}
