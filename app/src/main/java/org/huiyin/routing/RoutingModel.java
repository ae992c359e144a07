package org.huiyin.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Suggests where a message belongs. Immutable, safe for many threads. */
public final class RoutingModel {

    private static final int LEAST_LETTERS = 2;

    private final About about;
    private final Scoring scoring;
    private final Confidence confidence;
    private final Features features;
    private final String[] names;

    RoutingModel(About about, Scoring scoring, Features features) {
        this.about = about;
        this.scoring = scoring;
        this.confidence = new Confidence(about.heat());
        this.features = features;
        this.names = scoring.vocabulary().names();
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

    /**
     * What a model makes of one message.
     *
     * @param suggestions all labels, the most likely first
     * @param words those that spoke most for the first, the strongest first
     */
    public record Judged(List<Suggestion> suggestions, List<String> words) {}

    /** Suggestions and the words behind the first of them, at the cost of one. */
    public Judged judge(String title, String body, int mostWords) {
        Vector vector = scoring.vocabulary().vector(features, title, body);
        List<Suggestion> suggestions = ranked(vector);
        return new Judged(suggestions, because(vector, suggestions.getFirst().label(), mostWords));
    }

    /** The words of a message that spoke most for a label, the strongest first; none stands inside another. */
    public List<String> because(String title, String body, String label, int most) {
        return because(scoring.vocabulary().vector(features, title, body), label, most);
    }

    private List<String> because(Vector vector, String label, int most) {
        record Spoke(int feature, float weight) {}
        int c = scoring.labels().indexOf(label);
        List<Spoke> spoke = new ArrayList<>();
        for (int i = 0; c >= 0 && i < vector.ids().length; i++) {
            float weight = vector.values()[i]
                    * scoring.weights()[vector.ids()[i] * scoring.labels().size() + c];
            if (weight > 0) {
                spoke.add(new Spoke(vector.ids()[i], weight));
            }
        }
        spoke.sort(Comparator.comparingDouble(Spoke::weight).reversed().thenComparingInt(Spoke::feature));
        List<String> words = new ArrayList<>();
        for (Spoke one : spoke) {
            String word = Features.shown(names[one.feature()]);
            boolean told = words.stream().anyMatch(said -> said.contains(word) || word.contains(said));
            boolean readable = word.codePoints().allMatch(Character::isLetterOrDigit);
            if (!told && readable && word.codePointCount(0, word.length()) >= LEAST_LETTERS) {
                words.add(word);
            }
            if (words.size() == most) {
                break;
            }
        }
        return words;
    }
}
