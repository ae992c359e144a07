package org.huiyin.round;

import java.util.List;

/**
 * How places and forces score.
 *
 * @param rounds where the rounds it scores are
 * @param full whether it holds only the latest looks of a longer stretch
 * @param idle those without anything to look at, in one sentence; empty when there are none
 * @param sheet the items with what each demands and costs
 */
public record ScoreView(
        String title,
        String path,
        String rounds,
        String from,
        String to,
        String place,
        String idle,
        List<SheetLine> sheet,
        List<ScoreTable> tables,
        int looks,
        boolean full) {

    /** One item of the sheet. */
    public record SheetLine(String name, String standard, String cost, int failed) {}

    /** A ranking by places or by forces. */
    public record ScoreTable(String title, List<ScoreRow> rows) {}

    /**
     * One of them.
     *
     * @param rank those alike share one, and the next is left out
     * @param score the mean of all looks
     * @param looks the very looks it comes from
     */
    public record ScoreRow(
            int rank, String name, String score, int findings, int right, int vetoes, List<ScoredLook> looks) {}

    /** One look. */
    public record ScoredLook(String path, String day, String name, int score, String failed) {}
}
