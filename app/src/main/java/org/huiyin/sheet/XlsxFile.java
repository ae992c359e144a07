package org.huiyin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as an Excel workbook: a frozen heading with a filter, real dates, columns as wide as what stands in them, and a second sheet that
 * says what the list is. Rows leave memory every few hundred.
 */
final class XlsxFile implements TableFile {

    /** The sheet that says what a table is; it is none itself when the file comes back. */
    static final String ABOUT_ZH = "说明";

    static final String ABOUT_EN = "About";

    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    private static final String PINE = "0F5C4D";
    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm";
    private static final String DATE_FORMAT = "yyyy-mm-dd";
    private static final int FLUSHED_AFTER = 256;
    /** Half the time of the usual one for a tenth more bytes. */
    private static final int COMPRESSION = 3;

    private final Workbook book;
    private final Worksheet sheet;
    private final List<Heading> headings;
    private final String about;
    private final List<List<@Nullable Object>> first = new ArrayList<>();
    private final Look[] looks;
    private int rows;
    /** The first row without its looks; the heading has its own. */
    private int undressed = 1;

    /** How the cells of a column look; of two in one stretch the later one here. */
    private enum Look {
        NONE,
        PLAIN,
        WRAPPED,
        DATE,
        TIME
    }

    XlsxFile(OutputStream out, String title, String about, List<Heading> headings) {
        this.book = new Workbook(out, "Huiyin", null);
        this.sheet = book.newWorksheet(title);
        this.headings = headings;
        this.about = about;
        this.looks = new Look[headings.size()];
        Arrays.fill(looks, Look.NONE);
        book.setCompressionLevel(COMPRESSION);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (rows >= MOST_ROWS) {
            throw new TooManyRows(MOST_ROWS);
        }
        rows++;
        if (rows <= FLUSHED_AFTER) {
            first.add(cells);
            return;
        }
        if (rows == FLUSHED_AFTER + 1) {
            begin();
        }
        put(rows, cells);
        if (rows % FLUSHED_AFTER == 0) {
            dress(rows);
            sheet.flush();
        }
    }

    /** The first rows say how wide the columns have to be. */
    private void begin() {
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column).name());
            sheet.width(column, Widths.of(headings.get(column), first, column));
        }
        sheet.range(0, 0, 0, headings.size() - 1)
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
        for (int row = 0; row < first.size(); row++) {
            put(row + 1, first.get(row));
        }
        first.clear();
    }

    private void put(int row, List<@Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object value = cells.get(column);
            Look look = switch (value) {
                case null -> Look.NONE;
                case LocalDate date -> {
                    sheet.value(row, column, date);
                    yield Look.DATE;
                }
                case LocalDateTime time -> {
                    sheet.value(row, column, time);
                    yield Look.TIME;
                }
                case Number number -> {
                    sheet.value(row, column, number);
                    yield Look.PLAIN;
                }
                case String text when text.isEmpty() -> Look.NONE;
                default -> {
                    sheet.inlineString(row, column, CellText.of(value.toString()));
                    yield headings.get(column).kind() == Column.Kind.LONG_TEXT ? Look.WRAPPED : Look.PLAIN;
                }
            };
            if (look.compareTo(looks[column]) > 0) {
                looks[column] = look;
            }
        }
    }

    /** A stretch of a column is dressed at once: looking up the style of every single cell takes longer than writing it. */
    private void dress(int last) {
        for (int column = 0; column < looks.length; column++) {
            if (looks[column] != Look.NONE) {
                var style = sheet.range(undressed, column, last, column).style().verticalAlignment("top");
                switch (looks[column]) {
                    case DATE -> style.format(DATE_FORMAT);
                    case TIME -> style.format(TIME_FORMAT);
                    case WRAPPED -> style.wrapText(true);
                    case NONE, PLAIN -> {}
                }
                style.set();
            }
        }
        Arrays.fill(looks, Look.NONE);
        undressed = last + 1;
    }

    @Override
    public void end(List<Listing.Fact> facts) throws IOException {
        if (rows <= FLUSHED_AFTER) {
            begin();
        }
        dress(rows);
        sheet.setAutoFilter(0, 0, rows, headings.size() - 1);
        sheet.finish();
        Worksheet said = book.newWorksheet(about);
        said.width(0, 18);
        said.width(1, 70);
        for (int row = 0; row < facts.size(); row++) {
            said.inlineString(row, 0, CellText.of(facts.get(row).name()));
            said.inlineString(row, 1, CellText.of(facts.get(row).value()));
            said.style(row, 0).bold().verticalAlignment("top").set();
            said.style(row, 1).wrapText(true).verticalAlignment("top").set();
        }
        book.finish();
    }

    @Override
    public void close() {
        // a workbook that was not ended is left as it is: its directory is missing, and no program opens it
    }
}
