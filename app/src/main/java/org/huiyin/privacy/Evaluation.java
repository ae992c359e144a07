package org.huiyin.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Measures the detector against messages that people labelled by reading them, and against planted ones. The labels name messages, places and
 * kinds, and hold no text.
 */
public final class Evaluation {

    /** How many planted messages there are of each kind in each half. */
    private static final int PLANTED_EACH = 60;

    private static final String IGNORE = "IGNORE";

    private final Map<String, Labelled> labels = new LinkedHashMap<>();

    public Evaluation() {
        try (InputStream in = Objects.requireNonNull(Evaluation.class.getResourceAsStream("/privacy/labels.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which messages: those rules were written by, those kept apart until the rules stood, those drawn later, whose misses led to
     * rules after they had been measured once, and those of the third, fourth and fifth look, which docs/privacy.md tells. */
    public enum Half {
        TUNED,
        HELD,
        FRESH,
        LATEST,
        FOURTH,
        FIFTH
    }

    private record Label(String kind, int from, int to) {}

    private record Labelled(Half half, List<Label> labels) {}

    /**
     * How well one kind was found.
     *
     * @param labelled how many there are
     * @param found how many of them were found
     * @param falsely how many were found that are none
     */
    public record Score(int labelled, int found, int falsely) {

        public double recall() {
            return labelled == 0 ? 1 : (double) found / labelled;
        }

        public double precision() {
            return found + falsely == 0 ? 1 : (double) found / (found + falsely);
        }

        Score plus(int more, int moreFound, int moreFalsely) {
            return new Score(labelled + more, found + moreFound, falsely + moreFalsely);
        }
    }

    /** A label that was missed or a finding that is false, with the message it stands in. */
    public record Fault(String message, Kind kind, boolean missed, int from, int to) {}

    /** What came of it. */
    public record Result(Map<Kind, Score> scores, List<Fault> faults) {}

    /** The messages the labels speak of: {@code table:id:column}. */
    public Set<String> messages() {
        return Set.copyOf(labels.keySet());
    }

    /** Measures with the labelled messages of one half. */
    public Result labelled(Half half, Map<String, String> texts) {
        Tally tally = new Tally();
        labels.forEach((message, labelled) -> {
            if (labelled.half() == half) {
                String text = Objects.requireNonNull(texts.get(message), message);
                tally.add(message, text, labelled.labels(), new Label("", 0, text.length()));
            }
        });
        return tally.result();
    }

    /** Measures with planted ones, put into the labelled messages in which there is nothing. */
    public Result planted(Half half, Map<String, String> texts) {
        Tally tally = new Tally();
        List<String> hosts = labels.entrySet().stream()
                .filter(one ->
                        one.getValue().half() == half && one.getValue().labels().isEmpty())
                .map(one -> Objects.requireNonNull(texts.get(one.getKey())))
                .toList();
        for (Planting.Planted planted : new Planting(half == Half.HELD).plant(hosts, PLANTED_EACH)) {
            List<Label> expected = planted.labels().stream()
                    .map(one -> new Label(one.kind().name(), one.from(), one.to()))
                    .toList();
            tally.add(planted.text(), planted.text(), expected, new Label("", planted.from(), planted.to()));
        }
        return tally.result();
    }

    private void read(String line) {
        String[] parts = line.split(",", -1);
        Labelled labelled = labels.computeIfAbsent(
                parts[0], message -> new Labelled(Half.valueOf(parts[2].toUpperCase(Locale.ROOT)), new ArrayList<>()));
        if (!parts[3].isEmpty()) {
            labelled.labels().add(new Label(parts[5], Integer.parseInt(parts[3]), Integer.parseInt(parts[4])));
        }
    }

    private static final class Tally {

        private final Map<Kind, Score> scores = new EnumMap<>(Kind.class);
        private final List<Fault> faults = new ArrayList<>();

        /**
         * Counts one message; findings outside a stretch of it count for nothing.
         *
         * The publisher of the messages wrote an invented province's 楚 where plates begin with a real one.
         */
        void add(String message, String text, List<Label> labels, Label within) {
            List<Finding> findings = Detector.find(text.replaceAll("楚(?=[A-Za-z])", "湘"));
            Set<Finding> right = new HashSet<>();
            for (Label label : labels) {
                if (!label.kind().equals(IGNORE)) {
                    Kind kind = Kind.valueOf(label.kind());
                    List<Finding> hits = findings.stream()
                            .filter(one -> hits(text, one, label))
                            .toList();
                    right.addAll(hits);
                    count(kind, 1, hits.isEmpty() ? 0 : 1, 0);
                    if (hits.isEmpty()) {
                        faults.add(new Fault(message, kind, true, label.from(), label.to()));
                    }
                }
            }
            for (Finding finding : findings) {
                if (!right.contains(finding)
                        && touches(finding, within)
                        && labels.stream().noneMatch(label -> ignored(finding, label))) {
                    count(finding.kind(), 0, 0, 1);
                    faults.add(new Fault(message, finding.kind(), false, finding.from(), finding.to()));
                }
            }
        }

        /**
         * Of the same kind, and at least half of each is the other. Of a home what counts is what is blanked, its numbers: 37号 is as good as
         * 园林路37号.
         */
        private static boolean hits(String text, Finding finding, Label label) {
            if (!finding.kind().name().equals(label.kind())) {
                return false;
            }
            int from = Math.max(finding.from(), label.from());
            int common = weight(text, finding.kind(), from, Math.max(from, Math.min(finding.to(), label.to())));
            return common > 0
                    && 2 * common >= weight(text, finding.kind(), label.from(), label.to())
                    && 2 * common >= weight(text, finding.kind(), finding.from(), finding.to());
        }

        private static int weight(String text, Kind kind, int from, int to) {
            return kind == Kind.ADDRESS
                    ? (int) Detector.folded(text.substring(from, to))
                            .chars()
                            .filter(sign -> Addresses.counts((char) sign))
                            .count()
                    : to - from;
        }

        private static boolean ignored(Finding finding, Label label) {
            return label.kind().equals(IGNORE) && touches(finding, label);
        }

        private static boolean touches(Finding finding, Label label) {
            return finding.from() < label.to() && label.from() < finding.to();
        }

        private void count(Kind kind, int labelled, int found, int falsely) {
            scores.put(kind, scores.getOrDefault(kind, new Score(0, 0, 0)).plus(labelled, found, falsely));
        }

        Result result() {
            return new Result(Map.copyOf(scores), List.copyOf(faults));
        }
    }
}
