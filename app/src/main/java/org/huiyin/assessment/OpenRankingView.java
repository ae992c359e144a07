package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.BoardCounts;
import org.jspecify.annotations.Nullable;

/**
 * A published ranking as everybody may read and check it.
 *
 * @param formulas how each measure is made, in words
 * @param reason why it was published again; "" for the first of its period
 * @param newer the address of the latest of the same period; null for the latest
 */
public record OpenRankingView(
        BoardCounts.Counts counts,
        long id,
        String title,
        Instant asOf,
        Instant publishedAt,
        String fingerprint,
        String inputsFingerprint,
        List<String> columns,
        List<Section> sections,
        List<Formula> formulas,
        int least,
        String reason,
        @Nullable String newer) {

    /** A class of units. */
    public record Section(String title, List<AssessmentView.Row> rows) {}

    /** How a measure is made. */
    public record Formula(String name, String text) {}

    /** A ranking in the list of all. */
    public record Listed(long id, String href, String title, Instant asOf, Instant publishedAt, List<Leader> leaders) {}

    /** The first of a class. */
    public record Leader(String title, String unit, String figure) {}

    /** The matters behind a figure, as far as the public may see them. */
    public record Behind(
            long id,
            String title,
            String whose,
            String ranking,
            long count,
            long kept,
            List<Row> rows,
            @Nullable String older,
            String time) {}

    /** One time a matter was counted. */
    public record Row(String number, String title, String place, String category, Instant at) {}

    /** How a figure of a unit comes about. */
    public record Figure(
            long id, String title, String whose, String ranking, String value, String text, List<Term> terms) {}

    /** A part or a rate of a figure; its count or value leads further. */
    public record Term(String weight, String name, String value, String href) {}
}
