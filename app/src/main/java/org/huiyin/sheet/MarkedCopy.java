package org.huiyin.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/** A table as it came in, with every wrong cell coloured and a comment on it, and a second sheet that lists them. It can be mended and sent again. */
final class MarkedCopy {

    private static final String RED = "F6D5CF";
    private static final int FLUSHED_AFTER = 500;
    private static final double WIDTH = 18;

    private final Page page;
    private final Map<String, String> said = new HashMap<>();
    private final List<Fault> faults;

    MarkedCopy(Page page, List<Fault> faults) {
        this.page = page;
        this.faults = faults;
        faults.forEach(fault -> said.merge(
                fault.line() + ":" + Math.max(0, fault.column()), fault.said(), (one, other) -> one + "\n" + other));
    }

    void write(TableSource source, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Workbook book = new Workbook(out, "Huiyin", null)) {
            Worksheet sheet = book.newWorksheet(page.t("sheet.marked.table"));
            for (int column = 0; column < 30; column++) {
                sheet.width(column, WIDTH);
            }
            int[] rows = {0};
            source.read(row -> {
                put(sheet, row);
                if (++rows[0] % FLUSHED_AFTER == 0) {
                    sheet.flush();
                }
            });
            sheet.finish();
            list(book.newWorksheet(page.t("sheet.marked.list")));
        }
    }

    /** Rows keep their lines, so that a fault is found where it was told. */
    private void put(Worksheet sheet, RawRow row) {
        int line = (int) row.line() - 1;
        for (int column = 0; column < Math.max(1, row.cells().size()); column++) {
            put(sheet, line, column, row.cell(column));
            @Nullable String wrong = said.get(row.line() + ":" + column);
            if (wrong != null) {
                sheet.comment(line, column, wrong);
                var style = sheet.style(line, column).fillColor(RED);
                (row.cell(column) instanceof RawCell.Moment ? style.format(format(row.cell(column))) : style).set();
            }
        }
    }

    private static void put(Worksheet sheet, int line, int column, RawCell cell) {
        switch (cell) {
            case RawCell.Words words -> {
                if (!words.blank()) {
                    sheet.inlineString(line, column, CellText.of(words.shown()));
                }
            }
            case RawCell.Amount amount -> sheet.value(line, column, amount.value());
            case RawCell.Moment moment -> {
                sheet.value(line, column, moment.value());
                sheet.style(line, column).format(format(moment)).set();
            }
            case RawCell.Truth truth -> sheet.value(line, column, truth.value());
            case RawCell.Reckoned reckoned -> sheet.inlineString(line, column, CellText.of(reckoned.shown()));
        }
    }

    private static String format(RawCell cell) {
        return cell instanceof RawCell.Moment(var value) && value.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "yyyy-mm-dd"
                : "yyyy-mm-dd hh:mm";
    }

    private void list(Worksheet sheet) throws IOException {
        List<String> headings =
                List.of("sheet.marked.cell", "sheet.marked.heading", "sheet.marked.value", "sheet.marked.said");
        double[] widths = {10, 18, 28, 70};
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, page.t(headings.get(column)));
            sheet.style(0, column).bold().set();
            sheet.width(column, widths[column]);
        }
        int line = 1;
        for (Fault fault : faults) {
            sheet.inlineString(line, 0, fault.cell());
            sheet.inlineString(line, 1, CellText.of(fault.heading()));
            sheet.inlineString(line, 2, CellText.of(fault.value()));
            sheet.inlineString(line, 3, CellText.of(fault.said()));
            sheet.style(line, 3).wrapText(true).set();
            line++;
        }
        sheet.freezePane(0, 1);
        sheet.finish();
    }
}
