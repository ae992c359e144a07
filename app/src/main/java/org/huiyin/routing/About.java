package org.huiyin.routing;

import java.time.Instant;
import java.util.List;

/**
 * Where a model comes from and how good it was on messages kept apart from it.
 *
 * @param by who had it made: a sign-in, or the person at the console
 * @param texts columns or fields it reads, the title's first
 * @param label column or field it suggests
 * @param sources what it learned from, with the SHA-256 of each
 * @param rows messages it learned from
 * @param heat see {@link Confidence}
 * @param threshold the confidence from which its suggestions are shown: from there on {@value Threshold#WANTED} of them were right
 * @param held how it did on a fifth of the messages, having learned from the other four fifths only
 */
public record About(
        Instant at,
        String by,
        List<String> texts,
        String label,
        List<Source> sources,
        int rows,
        double heat,
        double threshold,
        Held held) {

    public About {
        texts = List.copyOf(texts);
        sources = List.copyOf(sources);
    }

    /** Something that was learned from. */
    public record Source(String name, int rows, String sha256) {}

    /** Figures of the messages kept apart. */
    public record Held(
            long n, double accuracy, double macroF1, double top3, double ece, double coverage, double precision) {

        static Held of(Evaluation evaluation) {
            return new Held(
                    evaluation.n(),
                    evaluation.accuracy(),
                    evaluation.macroF1(),
                    evaluation.top3(),
                    evaluation.ece(),
                    evaluation.coverage(),
                    evaluation.precisionShown());
        }
    }
}
