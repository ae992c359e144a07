package org.huiyin.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How suggestions compare with what people decided. */
public final class Evaluation {

    private static final int BINS = 15;
    private static final int TOP = 3;

    private final SortedMap<String, SortedMap<String, Integer>> confusion = new TreeMap<>();
    private final long[] binned = new long[BINS];
    private final long[] binnedRight = new long[BINS];
    private final double[] claimed = new double[BINS];
    private long all;
    private long right;
    private long amongTop;
    private long offered;
    private long offeredRight;

    /** Takes one message in: what was suggested, most likely first, whether it was sure enough to be shown, and what is right. */
    public void add(List<Suggestion> suggested, boolean sure, String truth) {
        Suggestion first = suggested.getFirst();
        boolean hit = first.label().equals(truth);
        confusion.computeIfAbsent(truth, t -> new TreeMap<>()).merge(first.label(), 1, Integer::sum);
        int bin = Math.min(BINS - 1, (int) (first.confidence() * BINS));
        binned[bin]++;
        claimed[bin] += first.confidence();
        all++;
        if (hit) {
            right++;
            binnedRight[bin]++;
        }
        if (suggested.stream().limit(TOP).anyMatch(one -> one.label().equals(truth))) {
            amongTop++;
        }
        if (sure) {
            offered++;
            offeredRight += hit ? 1 : 0;
        }
    }

    /**
     * One label: how often it was right when suggested, and how often suggested when right.
     *
     * @param n messages that have it
     */
    public record OfLabel(String label, long n, double precision, double recall) {

        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public long n() {
        return all;
    }

    public double accuracy() {
        return share(right, all);
    }

    /** How often the right label is among the three most likely. */
    public double top3() {
        return share(amongTop, all);
    }

    /** How many were sure enough to be shown. */
    public double coverage() {
        return share(offered, all);
    }

    /** How many of those were right. */
    public double precisionShown() {
        return share(offeredRight, offered);
    }

    /** Expected calibration error over 15 bins: how far confidence and accuracy lie apart on average. */
    public double ece() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(claimed[bin] - binnedRight[bin]);
        }
        return all == 0 ? 0 : error / all;
    }

    /** Mean of the labels' F1, over the labels that messages have. */
    public double macroF1() {
        return byLabel().stream()
                .filter(one -> one.n() > 0)
                .mapToDouble(OfLabel::f1)
                .average()
                .orElse(0);
    }

    public List<OfLabel> byLabel() {
        List<OfLabel> found = new ArrayList<>();
        for (String label : labels()) {
            long hit = count(label, label);
            long has = confusion.getOrDefault(label, new TreeMap<>()).values().stream()
                    .mapToLong(n -> n)
                    .sum();
            long suggested = confusion.keySet().stream()
                    .mapToLong(truth -> count(truth, label))
                    .sum();
            found.add(new OfLabel(label, has, share(hit, suggested), share(hit, has)));
        }
        return found;
    }

    /** How many messages of a label were taken for another. */
    public long count(String truth, String suggested) {
        return confusion.getOrDefault(truth, new TreeMap<>()).getOrDefault(suggested, 0);
    }

    /** All labels that were right or suggested, in order. */
    public Collection<String> labels() {
        TreeSet<String> labels = new TreeSet<>(confusion.keySet());
        confusion.values().forEach(one -> labels.addAll(one.keySet()));
        return labels;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
