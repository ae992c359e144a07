package org.huiyin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiyin.frame.Page;

/** An empty table to be filled in: what each column wants stands in a comment on its heading, short lists can be chosen from. */
final class TemplateFile {

    private static final int ROWS = 2000;
    private static final String PINE = "0F5C4D";
    private static final String NEEDED = "B3341F";

    private TemplateFile() {}

    static void write(Page page, SheetIntake intake, OutputStream out) throws IOException {
        List<Heading> headings = intake.headings(page);
        try (Workbook book = new Workbook(out, "Huiyin", null)) {
            Worksheet sheet = book.newWorksheet(SheetName.of(intake.title(page)));
            Worksheet guide = book.newWorksheet(page.t("sheet.template.guide"));
            Worksheet choices = book.newWorksheet(page.t("sheet.template.choices"));
            choices.setVisibilityState(VisibilityState.HIDDEN);
            for (int column = 0; column < headings.size(); column++) {
                heading(page, sheet, headings.get(column), column);
                choices(page, sheet, choices, headings.get(column), column);
            }
            sheet.freezePane(0, 1);
            guide(page, guide, headings);
            sheet.finish();
            guide.finish();
            choices.finish();
        }
    }

    private static void heading(Page page, Worksheet sheet, Heading heading, int column) {
        String title = page.t(heading.title());
        sheet.value(0, column, heading.needed() ? title + " *" : title);
        sheet.width(column, Math.clamp(Widths.signs(title) + 6, 12, 40));
        sheet.style(0, column)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(heading.needed() ? NEEDED : PINE)
                .set();
        switch (heading.kind()) {
            case DATE -> sheet.style(column).format("yyyy-mm-dd").set();
            case TIME -> sheet.style(column).format("yyyy-mm-dd hh:mm").set();
            case TEXT, LONG_TEXT, CODE -> sheet.style(column).format("@").set();
            case NUMBER -> {}
        }
        sheet.comment(0, column, said(page, heading));
    }

    private static String said(Page page, Heading heading) {
        String what = page.t("sheet.template." + heading.kind().name().toLowerCase(java.util.Locale.ROOT));
        String note = page.t(heading.note());
        return page.t(heading.needed() ? "sheet.template.needed" : "sheet.template.free") + " " + what
                + (note.isEmpty() ? "" : "\n" + note);
    }

    private static void choices(Page page, Worksheet sheet, Worksheet lists, Heading heading, int column) {
        if (heading.choices().isEmpty()) {
            return;
        }
        for (int row = 0; row < heading.choices().size(); row++) {
            lists.inlineString(
                    row, column, CellText.of(page.t(heading.choices().get(row).title())));
        }
        sheet.range(1, column, ROWS, column)
                .validateWithList(lists.range(0, column, heading.choices().size() - 1, column))
                .allowBlank(true)
                .showErrorMessage(false);
    }

    private static void guide(Page page, Worksheet guide, List<Heading> headings) {
        guide.width(0, 20);
        guide.width(1, 90);
        guide.value(0, 0, page.t("sheet.template.how"));
        guide.value(0, 1, page.t("sheet.template.how.text"));
        guide.style(0, 1).wrapText(true).set();
        for (int row = 0; row < headings.size(); row++) {
            guide.value(row + 2, 0, page.t(headings.get(row).title()));
            guide.value(row + 2, 1, said(page, headings.get(row)).replace('\n', ' '));
            guide.style(row + 2, 0).bold().verticalAlignment("top").set();
            guide.style(row + 2, 1).wrapText(true).set();
        }
    }
}
