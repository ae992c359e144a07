package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as its page shows it.
 *
 * @param period the period's key, for addresses
 * @param query what leads to the same bulletin's files
 */
public record BulletinView(
        String title,
        boolean draft,
        String to,
        List<String> lead,
        List<Part> sections,
        String issuer,
        String date,
        String period,
        String query) {

    /** One numbered part of it. */
    public record Part(
            String heading,
            List<String> paragraphs,
            @Nullable Bars chart,
            List<Grid> tables) {}

    /** A table. */
    public record Grid(String caption, List<String> columns, List<List<String>> rows) {

        public boolean words(String cell) {
            return Bulletin.Table.words(cell);
        }
    }

    /** A chart as bars in a table. */
    public record Bars(String title, List<String> series, List<Bar> bars) {}

    /** What is drawn for one label. */
    public record Bar(String label, List<Value> values) {}

    /** One bar, its width in parts of a hundred. */
    public record Value(String width, String text, String tone) {}

    static BulletinView of(Page page, Bulletin bulletin, String query) {
        return new BulletinView(
                bulletin.head().title(),
                bulletin.draft(),
                bulletin.head().to(),
                bulletin.head().lead(),
                bulletin.sections().stream().map(one -> part(page, one)).toList(),
                bulletin.head().issuer(),
                bulletin.head().date(),
                bulletin.account().period().key(),
                query);
    }

    private static Part part(Page page, Bulletin.Section section) {
        Bulletin.Chart chart = section.chart();
        return new Part(
                section.heading(),
                section.paragraphs(),
                chart == null || chart.labels().isEmpty() ? null : bars(page, chart),
                section.tables().stream()
                        .map(table -> new Grid(table.caption(), table.columns(), table.rows()))
                        .toList());
    }

    private static Bars bars(Page page, Bulletin.Chart chart) {
        double most = chart.percent() ? Math.max(100, chart.most()) : Math.max(1, chart.most());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < chart.labels().size(); i++) {
            List<Value> values = new ArrayList<>();
            for (Bulletin.Series series : chart.series()) {
                double value = series.values().get(i);
                boolean present = series == chart.series().getLast();
                values.add(new Value(
                        String.format(Locale.ROOT, "%.1f", 100 * value / most),
                        chart.percent() ? String.format(Locale.ROOT, "%.2f", value) : page.number(Math.round(value)),
                        present ? "bulletin-now" : "bulletin-before"));
            }
            bars.add(new Bar(chart.labels().get(i), values));
        }
        return new Bars(
                chart.title(),
                chart.series().stream().map(Bulletin.Series::name).toList(),
                bars);
    }
}
