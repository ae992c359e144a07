package org.huiyin.bulletin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiyin.bulletin.BookSheets.Stretch;
import org.huiyin.bulletin.Figure.Term;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.sheet.CellText;
import org.springframework.stereotype.Component;

/**
 * The workbook behind a bulletin: every figure with what it is made of on the first sheet, counted again there by Excel itself and leading to its
 * rows, and the lists of matters on the sheets after it.
 */
@Component
class BulletinBook {

    private static final String PINE = "0F5C4D";
    private static final String SKY = "1F5FA8";
    private static final int FLUSHED_AFTER = 500;
    private static final List<String> FIGURES =
            List.of("section", "figure", "scope", "period", "value", "over", "check", "under", "checked", "made");
    private static final List<Integer> FIGURE_WIDTHS = List.of(16, 20, 26, 8, 11, 9, 9, 9, 9, 34);
    private static final List<String> COLUMNS =
            List.of("period", "number", "matter", "unit", "class", "county", "town", "category", "at", "remark");
    private static final List<Integer> WIDTHS = List.of(8, 18, 42, 30, 12, 14, 16, 18, 18, 18);
    private static final int LINK_WIDTH = 24;

    byte[] of(Page page, Bulletin bulletin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "Huiyin", null);
        BookSheets sheets = new BookSheets(page, bulletin);
        List<Named> named = new ArrayList<>();
        try {
            figures(page, bulletin, sheets, named, book.newWorksheet(page.t("bulletin.sheet.figures")));
            for (BookSheets.Sheet sheet : sheets.all()) {
                list(page, sheet, named, book.newWorksheet(sheet.name()));
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Rows of a figure under the name its link goes to. */
    private record Named(String name, Stretch stretch) {}

    private static void figures(Page page, Bulletin bulletin, BookSheets sheets, List<Named> named, Worksheet sheet)
            throws IOException {
        List<Figure> figures = List.copyOf(new LinkedHashSet<>(bulletin.figures()));
        int links = figures.stream().mapToInt(one -> one.terms().size()).max().orElse(0);
        List<String> columns = new ArrayList<>(FIGURES);
        List<Integer> widths = new ArrayList<>(FIGURE_WIDTHS);
        for (int i = 0; i < links; i++) {
            columns.add("list");
            widths.add(LINK_WIDTH);
        }
        head(sheet, page, columns, widths);
        for (int row = 1; row <= figures.size(); row++) {
            figure(page, figures.get(row - 1), sheets, sheet, row);
            links(page, figures.get(row - 1), bulletin, sheets, named, sheet, row);
            if (row % FLUSHED_AFTER == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, figures.size(), columns.size() - 1);
        sheet.finish();
    }

    private static void figure(Page page, Figure figure, BookSheets sheets, Worksheet sheet, int row) {
        text(sheet, row, 0, figure.section());
        text(sheet, row, 1, figure.name());
        text(sheet, row, 2, figure.scope());
        text(sheet, row, 3, figure.period());
        text(sheet, row, 4, figure.value());
        sheet.style(row, 4).horizontalAlignment("right").bold().set();
        text(sheet, row, 9, figure.of());
        if (!figure.numerator().isEmpty()) {
            sheet.value(row, 5, weighted(figure.numerator()));
            sheet.formula(row, 6, formula(figure.numerator(), sheets, figure.period()));
        }
        if (!figure.denominator().isEmpty()) {
            sheet.value(row, 7, weighted(figure.denominator()));
            sheet.formula(row, 8, formula(figure.denominator(), sheets, figure.period()));
        }
    }

    /** Each list it is made of, with how many rows of it and how much each counts. */
    private static void links(
            Page page,
            Figure figure,
            Bulletin bulletin,
            BookSheets sheets,
            List<Named> named,
            Worksheet sheet,
            int row) {
        List<Term> terms = figure.terms();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            int column = FIGURES.size() + i;
            SourceList list = bulletin.lists().get(term.list());
            String said = page.t("bulletin.sheet.rows", list == null ? term.list() : list.title(), term.rows())
                    + (term.weight().equals("1") ? "" : " × " + term.weight());
            Stretch stretch = sheets.of(term, figure.period());
            if (stretch.rows() == 0) {
                text(sheet, row, column, said);
                continue;
            }
            String name = "F" + row + "_" + (i + 1);
            named.add(new Named(name, stretch));
            sheet.hyperlink(row, column, HyperLink.internal(name, CellText.of(said)));
            sheet.style(row, column).fontColor(SKY).underlined().set();
        }
    }

    private static BigDecimal weighted(List<Term> terms) {
        return terms.stream()
                .map(term -> new BigDecimal(term.weight()).multiply(BigDecimal.valueOf(term.rows())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String formula(List<Term> terms, BookSheets sheets, String period) {
        List<String> parts = new ArrayList<>();
        for (Term term : terms) {
            String sheet = "'" + sheets.of(term, period).sheet().replace("'", "''") + "'!";
            Figure.Source column = term.column();
            String more = column == null ? "" : "," + sheet + range(column) + "," + quoted(term.equal());
            String weight = term.weight().equals("1") ? "" : term.weight() + "*";
            parts.add(weight + "COUNTIFS(" + sheet + "$A:$A," + quoted(period) + more + ")");
        }
        return String.join("+", parts);
    }

    private static String range(Figure.Source column) {
        return switch (column) {
            case UNIT -> "$D:$D";
            case KIND -> "$E:$E";
            case COUNTY -> "$F:$F";
            case CATEGORY -> "$H:$H";
            case REMARK -> "$J:$J";
        };
    }

    private static String quoted(String text) {
        return "\"="
                + text.replace("~", "~~").replace("*", "~*").replace("?", "~?").replace("\"", "\"\"") + "\"";
    }

    private static void list(Page page, BookSheets.Sheet rows, List<Named> named, Worksheet sheet) throws IOException {
        head(sheet, page, COLUMNS, WIDTHS);
        for (Named one : named) {
            Stretch stretch = one.stretch();
            if (stretch.sheet().equals(rows.name())) {
                sheet.range(stretch.first(), 0, stretch.first() + stretch.rows() - 1, COLUMNS.size() - 1)
                        .setName(one.name());
            }
        }
        int row = 1;
        for (SourceList.Row one : rows.rows()) {
            text(sheet, row, 0, one.period());
            text(sheet, row, 1, one.number());
            text(sheet, row, 2, one.title());
            text(sheet, row, 3, one.unit());
            text(sheet, row, 4, one.kind());
            text(sheet, row, 5, one.county());
            text(sheet, row, 6, one.town());
            text(sheet, row, 7, one.category());
            sheet.value(row, 8, LocalDateTime.ofInstant(one.at(), Formats.ZONE).withNano(0));
            sheet.style(row, 8).format("yyyy-mm-dd hh:mm").set();
            text(sheet, row, 9, one.remark());
            if (row++ % FLUSHED_AFTER == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), COLUMNS.size() - 1);
        sheet.finish();
    }

    private static void head(Worksheet sheet, Page page, List<String> columns, List<Integer> widths) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, page.t("bulletin.sheet." + columns.get(column)));
            sheet.width(column, widths.get(column));
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fontColor("FFFFFF")
                .fillColor(PINE)
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToHeight((short) 0);
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, CellText.of(text));
    }
}
