package org.huiyin.bulletin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Draws a chart as Word draws its own, with its numbers in a sheet inside, so that the office can go on working on it. */
final class ChartDrawing {

    private static final double WIDTH_CM = 15.2;
    private static final double HEIGHT_CM = 7.6;
    private static final List<String> COLOURS = List.of("B9C7C2", "0F5C4D", "A86400", "1F5FA8");

    private ChartDrawing() {}

    static void into(XWPFDocument document, XWPFRun run, Bulletin.Chart drawn) {
        try {
            XWPFChart chart = document.createChart(
                    run, (int) (WIDTH_CM * Units.EMU_PER_CENTIMETER), (int) (HEIGHT_CM * Units.EMU_PER_CENTIMETER));
            bars(chart, drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("Word takes no chart here", e);
        }
    }

    private static void bars(XWPFChart chart, Bulletin.Chart drawn) {
        chart.setTitleText(drawn.title());
        chart.setTitleOverlay(false);
        chart.getFormattedTitle().getParagraph(0).getTextRuns().forEach(text -> text.setFontSize(11.0));
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(org.apache.poi.xddf.usermodel.chart.AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        if (drawn.percent()) {
            values.setMaximum(drawn.most() > 100 ? 120 : 100);
        }
        values.getOrAddMajorGridProperties()
                .setLineProperties(new org.apache.poi.xddf.usermodel.XDDFLineProperties(colour("E2E2E2")));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(BarDirection.COL);
        bars.setGapWidth(60);
        int rows = drawn.labels().size();
        XDDFCategoryDataSource labels = XDDFDataSourcesFactory.fromArray(
                drawn.labels().toArray(String[]::new),
                chart.formatRange(new org.apache.poi.ss.util.CellRangeAddress(1, rows, 0, 0)),
                0);
        for (int i = 0; i < drawn.series().size(); i++) {
            Bulletin.Series series = drawn.series().get(i);
            XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                    series.values().toArray(Double[]::new),
                    chart.formatRange(new org.apache.poi.ss.util.CellRangeAddress(1, rows, i + 1, i + 1)),
                    i + 1);
            XDDFChartData.Series one = bars.addSeries(labels, numbers);
            one.setTitle(series.name(), chart.setSheetTitle(series.name(), i + 1));
            one.setFillProperties(colour(COLOURS.get(i % COLOURS.size())));
        }
        chart.plot(bars);
    }

    private static XDDFSolidFillProperties colour(String hex) {
        byte[] rgb = java.util.HexFormat.of().parseHex(hex);
        return new XDDFSolidFillProperties(XDDFColor.from(rgb));
    }
}
