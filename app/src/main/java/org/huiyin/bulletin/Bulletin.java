package org.huiyin.bulletin;

import java.util.List;
import java.util.Map;
import org.huiyin.assessment.PeriodAccount;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin in one language: what its page shows, its paper says and its workbook proves.
 *
 * @param draft whether it says that it is a draft, since no ranking of the period was published
 * @param figures every figure in it, in the order in which they are said
 * @param lists the matters behind them, by the names figures use
 */
record Bulletin(
        PeriodAccount account,
        Head head,
        boolean draft,
        List<Section> sections,
        List<Figure> figures,
        Map<String, SourceList> lists) {

    /**
     * What stands above and below.
     *
     * @param file how its files are called
     */
    record Head(String title, String file, String to, List<String> lead, String issuer, String date) {}

    /** One numbered part of it. */
    record Section(
            String name,
            String heading,
            List<String> paragraphs,
            @Nullable Chart chart,
            List<Table> tables) {}

    /**
     * A table.
     *
     * @param widths of its columns, in parts of a hundred
     * @param rows as many cells as columns; a line feed begins a second line in a cell
     */
    record Table(String caption, List<String> columns, List<Integer> widths, List<List<String>> rows) {

        /** Whether a cell holds words, which begin at its left, rather than a number. */
        static boolean words(String cell) {
            return !cell.isEmpty() && Character.isLetter(cell.codePointAt(0));
        }
    }

    /** Bars side by side: for each label one of each series. */
    record Chart(String title, List<String> labels, List<Series> series, boolean percent) {

        /** The largest value, for drawing. */
        double most() {
            return series.stream()
                    .flatMap(one -> one.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }
    }

    /** The values of one series, one for each label. */
    record Series(String name, List<Double> values) {}
}
