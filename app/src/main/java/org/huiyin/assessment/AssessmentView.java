package org.huiyin.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of a period as a page shows it.
 *
 * @param runs whether the period is not over yet
 * @param programmes the programmes to choose from; none when there is but one
 * @param published what was published of it, the latest first
 * @param mayPublish whether the reader may publish it now
 * @param bulletin where its bulletin is written; null when it has none, or the reader may not write it
 */
public record AssessmentView(
        String title,
        String programme,
        String period,
        String periodKey,
        String times,
        boolean runs,
        List<Choice> programmes,
        List<Choice> periods,
        List<Choice> tabs,
        boolean ranked,
        List<String> columns,
        List<Row> rows,
        @Nullable Row total,
        String exclusions,
        List<Alarmed> alarms,
        List<Frozen> published,
        boolean mayPublish,
        @Nullable String bulletin) {

    /** Something to choose: its address or value, and its name. */
    public record Choice(String value, String name, boolean chosen) {}

    /** A unit, place or category with its figures. */
    public record Row(String name, @Nullable String inside, String rank, String change, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param text {@code 88.89%}, or a dash where nothing was to be measured
     * @param href where it comes from
     * @param low begin of the interval in percent; -1 for none
     */
    public record Cell(String text, String of, String href, double low, double at, double high) {

        public boolean whiskers() {
            return low >= 0;
        }
    }

    /** A percentage that leads to how it comes about. */
    public record Share(String name, String text, String href) {}

    /**
     * An alarm that was raised.
     *
     * @param unitPath the page of the unit
     * @param share the rate it is about; null of an alarm about parts
     * @param said the suspicious share of parts; "" for none
     * @param counts what is suspicious, as far as the reader may see the matters
     * @param over what it is a share of
     */
    public record Alarmed(
            String title,
            String unit,
            @Nullable String unitPath,
            @Nullable Share share,
            String said,
            List<Count> counts,
            List<Count> over) {}

    /**
     * A ranking as it was published.
     *
     * @param open where everybody reads it
     * @param href its bytes
     */
    public record Frozen(String asOf, String publishedAt, String fingerprint, String open, String href) {}
}
