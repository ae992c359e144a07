package org.huiyin.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well copies are found that were edited on purpose: characters replaced, sentences moved, the name of the place changed. Every text of
 * a table is taken in; edited copies of some are then looked for among all of them. The same seed gives the same edits.
 */
public final class Planted {

    private static final int NAME = 4;

    private final List<String> texts;
    private final List<Imprint> imprints;
    private final List<Sketch> sketches;
    private final Map<Integer, List<Integer>> byBand = new HashMap<>();
    private final CommonBands common;
    private final long seed;

    public Planted(List<String> texts, long seed) {
        this.texts = List.copyOf(texts);
        this.imprints = texts.stream().map(Imprint::of).toList();
        this.sketches = imprints.stream().map(Imprint::sketch).toList();
        this.seed = seed;
        for (int i = 0; i < imprints.size(); i++) {
            for (int band : imprints.get(i).bands()) {
                byBand.computeIfAbsent(band, b -> new ArrayList<>()).add(i);
            }
        }
        double many = Math.max(CommonBands.TEXTS, CommonBands.SHARE * texts.size());
        this.common = new CommonBands(byBand.entrySet().stream()
                .filter(shared -> shared.getValue().size() >= many)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /**
     * One kind of edit.
     *
     * @param found copies whose original was found
     * @param others texts found that are not the original, nor alike to it without any edit
     * @param candidates texts compared exactly, for one copy on average
     */
    public record Result(String edit, int copies, int found, int others, double candidates) {

        public double recall() {
            return copies == 0 ? 0 : (double) found / copies;
        }

        public double precision() {
            return found + others == 0 ? 1 : (double) found / (found + others);
        }
    }

    private interface Edit {
        String of(String text, Random random);
    }

    public List<Result> results(int copies) {
        return List.of(
                result("10 % of characters", copies, (text, random) -> replaced(text, 0.1, random)),
                result("30 % of characters", copies, (text, random) -> replaced(text, 0.3, random)),
                result("sentences in another order", copies, Planted::shuffled),
                result(
                        "another place name, 10 %",
                        copies, (text, random) -> replaced(renamed(text, random), 0.1, random)),
                result(
                        "30 %, another order and place name",
                        copies, (text, random) -> replaced(shuffled(renamed(text, random), random), 0.3, random)));
    }

    private Result result(String name, int copies, Edit edit) {
        Random random = new Random(seed);
        int found = 0;
        int others = 0;
        long compared = 0;
        for (int copy = 0; copy < copies; copy++) {
            int original = random.nextInt(texts.size());
            Imprint edited = Imprint.of(edit.of(texts.get(original), random));
            int[] candidates = candidates(edited);
            compared += candidates.length;
            for (int candidate : candidates) {
                if (Alike.sameWords(edited.alike(imprints.get(candidate)))) {
                    found += candidate == original ? 1 : 0;
                    others += candidate != original && !known(original, candidate) ? 1 : 0;
                }
            }
        }
        return new Result(name, copies, found, others, (double) compared / Math.max(1, copies));
    }

    /** People post things twice: what says the same without any edit is no wrong find. */
    private boolean known(int original, int candidate) {
        return Alike.sameWords(imprints.get(original).alike(imprints.get(candidate)));
    }

    private int[] candidates(Imprint edited) {
        Sketch sketch = edited.sketch();
        return Arrays.stream(common.without(edited.bands()))
                .boxed()
                .flatMap(band -> byBand.getOrDefault(band, List.of()).stream())
                .mapToInt(i -> i)
                .distinct()
                .filter(i -> sketch.share(sketches.get(i)) >= Sketch.LIKELY)
                .toArray();
    }

    /** Characters at random places, replaced by characters of other messages. */
    private String replaced(String text, double share, Random random) {
        StringBuilder edited = new StringBuilder(text);
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, text.length()).boxed().toList());
        Collections.shuffle(places, random);
        for (int place : places.subList(0, (int) Math.round(text.length() * share))) {
            String other = texts.get(random.nextInt(texts.size()));
            if (!other.isEmpty()) {
                edited.setCharAt(place, other.charAt(random.nextInt(other.length())));
            }
        }
        return edited.toString();
    }

    private static String shuffled(String text, Random random) {
        List<String> sentences =
                new ArrayList<>(Stream.of(text.split("(?<=[。！？；!?;\\n])")).toList());
        Collections.shuffle(sentences, random);
        return String.join("", sentences);
    }

    /** Every occurrence of some four characters in a row becomes four others: as if the estate had another name. */
    private static String renamed(String text, Random random) {
        if (text.length() < 2 * NAME) {
            return text;
        }
        int from = random.nextInt(text.length() - NAME);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NAME; i++) {
            name.append((char) (0x4E00 + random.nextInt(0x5000)));
        }
        return text.replace(text.substring(from, from + NAME), name);
    }
}
