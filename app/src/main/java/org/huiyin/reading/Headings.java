package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives each headline to the article before it or the one after it: extractors leave a headline on either side of its text. The best way over
 * the whole page wins: headlines speak of their article, an article has them on one side, and few go without.
 */
final class Headings {

    private static final String SERIES = "专栏";
    private static final double SPEAKS = 0.42;
    private static final double TIGHT = 0.9;
    private static final double BOTH_SIDES = 0.7;
    private static final double NAMELESS = 0.5;
    private static final double PARTED = 0.15;
    private static final double BESIDE = 0.4;

    private final List<Draft> drafts;
    private final List<List<Block>> between;
    private final Rules rules;

    /** Paragraphs that speak of a column. */
    private final List<String> announcing;

    private Headings(List<Draft> drafts, List<List<Block>> between, Rules rules) {
        this.drafts = drafts;
        this.between = between;
        this.rules = rules;
        this.announcing = drafts.stream()
                .flatMap(draft -> draft.paragraphs.stream())
                .map(Flow::text)
                .filter(text -> text.contains(SERIES))
                .map(Headings::plain)
                .toList();
    }

    static void share(List<Draft> drafts, List<List<Block>> between, Rules rules) {
        new Headings(drafts, between, rules).share();
    }

    /**
     * One way to part the headlines of a gap.
     *
     * @param after so many go to the article before the gap
     * @param before from here on they go to the article after it; those between belong to none
     */
    private record Cut(int after, int before) {}

    private void share() {
        List<List<Block>> columns = new ArrayList<>();
        for (int gap = 0; gap < between.size(); gap++) {
            columns.add(columns(gap));
        }
        int gaps = between.size();
        // best[gap][titled]: the best so far when the article after the gap has its headline before it, or not
        double[][] best = new double[gaps][2];
        Cut[][] chosen = new Cut[gaps][2];
        int[][] came = new int[gaps][2];
        for (int gap = 0; gap < gaps; gap++) {
            best[gap][0] = Double.NEGATIVE_INFINITY;
            best[gap][1] = Double.NEGATIVE_INFINITY;
            for (Cut cut : cuts(between.get(gap).size(), gap)) {
                int titled = titles(gap, cut.before(), between.get(gap).size()) > 0 ? 1 : 0;
                for (int was = 0; was < (gap == 0 ? 1 : 2); was++) {
                    double score = (gap == 0 ? 0 : best[gap - 1][was]) + worth(gap, cut, was == 1);
                    if (score > best[gap][titled]) {
                        best[gap][titled] = score;
                        chosen[gap][titled] = cut;
                        came[gap][titled] = was;
                    }
                }
            }
        }
        int state = best[gaps - 1][0] >= best[gaps - 1][1] ? 0 : 1;
        for (int gap = gaps - 1; gap >= 0; gap--) {
            give(gap, chosen[gap][state]);
            state = came[gap][state];
        }
        for (int gap = 0; gap < gaps; gap++) {
            for (Block column : columns.get(gap)) {
                giveColumn(gap, column);
            }
        }
    }

    private List<Cut> cuts(int size, int gap) {
        List<Cut> cuts = new ArrayList<>();
        for (int after = 0; after <= (gap == 0 ? 0 : size); after++) {
            for (int before = after; before <= size; before++) {
                if (gap < drafts.size() || before == size) {
                    cuts.add(new Cut(after, before));
                }
            }
        }
        return cuts;
    }

    private long titles(int gap, int from, int to) {
        return between.get(gap).subList(from, to).stream()
                .filter(block -> block.is(Block.Kind.HEADING))
                .count();
    }

    private double worth(int gap, Cut cut, boolean titledBefore) {
        List<Block> blocks = between.get(gap);
        double worth = 0;
        for (int i = 0; i < cut.after(); i++) {
            worth += fits(blocks.get(i), drafts.get(gap - 1), false);
        }
        for (int i = cut.before(); i < blocks.size(); i++) {
            worth += fits(blocks.get(i), drafts.get(gap), i == blocks.size() - 1);
        }
        boolean titledAfter = titles(gap, 0, cut.after()) > 0;
        if (titledAfter && titledBefore) {
            worth -= BOTH_SIDES;
        }
        if (gap > 0 && !titledAfter && !titledBefore && !drafts.get(gap - 1).photo) {
            worth -= NAMELESS;
        }
        if (cut.after() > 0 && cut.before() < blocks.size()) {
            worth -= PARTED;
        }
        return worth - 0.3 * titles(gap, cut.after(), cut.before());
    }

    private double fits(Block block, Draft draft, boolean last) {
        if (!block.is(Block.Kind.HEADING)) {
            return 0.3;
        }
        double fits = draft.speaksOf(block.lines()) - SPEAKS;
        return last && block.tight() ? fits + TIGHT : fits;
    }

    private void give(int gap, Cut cut) {
        List<Block> blocks = between.get(gap);
        for (int i = 0; i < blocks.size(); i++) {
            if (i < cut.after() || i >= cut.before()) {
                Draft draft = drafts.get(i < cut.after() ? gap - 1 : gap);
                if (blocks.get(i).is(Block.Kind.BYLINE)) {
                    draft.bylines.addAll(blocks.get(i).lines());
                } else {
                    draft.headings.add(blocks.get(i));
                }
            }
        }
    }

    /** Takes the names of columns out of a gap; one that is all the headline an article has stays. */
    private List<Block> columns(int gap) {
        List<Block> columns = new ArrayList<>();
        List<Block> blocks = between.get(gap);
        for (Block block : List.copyOf(blocks)) {
            if (!block.is(Block.Kind.HEADING) || block.tight() && blocks.size() == 1) {
                continue;
            }
            String name = joined(block);
            boolean only = titles(gap, 0, blocks.size()) == 1
                    && gap < drafts.size()
                    && drafts.get(gap).speaksOf(block.lines()) >= 0.95;
            if (!only && (rules.matches("columns", name) || announced(name) || shadowed(block, gap))) {
                blocks.remove(block);
                columns.add(block);
            }
        }
        return columns;
    }

    /** A headline set twice that stands by itself and speaks of neither article beside it. */
    private boolean shadowed(Block block, int gap) {
        return block.doubled()
                && !block.tight()
                && (gap == 0 || drafts.get(gap - 1).speaksOf(block.lines()) < SPEAKS)
                && (gap == drafts.size() || drafts.get(gap).speaksOf(block.lines()) < SPEAKS);
    }

    /** Whether an article says that it stands in a column of that name. */
    private boolean announced(String name) {
        String plain = plain(name) + SERIES;
        return announcing.stream().anyMatch(text -> text.contains(plain));
    }

    /** To the article that speaks of it most; those beside it come first. */
    private void giveColumn(int gap, Block column) {
        Draft owner = null;
        double best = 0.25;
        for (int i = 0; i < drafts.size(); i++) {
            double beside = i == gap ? BESIDE : i == gap - 1 ? BESIDE - 0.1 : 0;
            double score = drafts.get(i).speaksOf(column.lines()) + beside;
            if (score > best && drafts.get(i).columns.isEmpty()) {
                best = score;
                owner = drafts.get(i);
            }
        }
        if (owner != null) {
            owner.columns.addAll(column.lines());
        }
    }

    static String joined(Block block) {
        StringBuilder joined = new StringBuilder();
        block.lines().forEach(line -> joined.append(line.text()));
        return joined.toString();
    }

    static String plain(String text) {
        return text.replaceAll("[\\s·“”‘’\"]", "");
    }
}
