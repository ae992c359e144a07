package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class ExportTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor clerk = Visitor.signedIn(app, "chaoyang");

    @Test
    void a_worklist_comes_along_row_for_row_with_real_dates() throws IOException {
        var first = handling.raise("导出甲 路口积水");
        var second = handling.raise("导出甲 井盖松动");

        var answer = clerk.bytes("/sheets/desk.xlsx?list=to-dispatch&q=%E5%AF%BC%E5%87%BA%E7%94%B2");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(column(sheet, "事项编号")).containsExactlyInAnyOrder(first.number(), second.number());
            assertThat(DateUtil.isCellDateFormatted(cell(sheet, 1, "反映时间"))).isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
            assertThat(text(book.getSheet("说明"))).contains("导出甲", "行数 2", "张建国");
        }
    }

    @Test
    void a_title_is_no_formula_in_either_kind_of_file() throws IOException {
        var raised = handling.raise("=HYPERLINK(\"http://x\",\"导出乙\")");
        String query = "?list=to-dispatch&q=%E5%AF%BC%E5%87%BA%E4%B9%99";

        byte[] csv = clerk.bytes("/sheets/desk.csv" + query).body();
        byte[] xlsx = clerk.bytes("/sheets/desk.xlsx" + query).body();

        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF事项编号,").contains("\r\n");
        CSVRecord row = CSVFormat.RFC4180
                .parse(new java.io.StringReader(text))
                .getRecords()
                .get(1);
        assertThat(row.get(0)).isEqualTo("'" + raised.number());
        assertThat(row.get(1)).startsWith("'=HYPERLINK(");
        assertThat(Neutral.back(row.get(1))).startsWith("=HYPERLINK(");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(cell(book.getSheetAt(0), 1, "标题").getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void nobody_takes_along_what_their_list_does_not_show() {
        handling.raise("导出丙 只给本街道");
        String query = "?list=to-dispatch&q=%E5%AF%BC%E5%87%BA%E4%B8%99";

        byte[] other = Visitor.signedIn(app, "t421002001.d")
                .bytes("/sheets/desk.csv" + query)
                .body();

        assertThat(new String(other, StandardCharsets.UTF_8)).contains("事项编号").doesNotContain("导出丙 只给");
        assertThat(Visitor.signedIn(app, "chengguan")
                        .get("/sheets/callbacks.csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.to(app).get("/sheets/desk.csv?list=to-dispatch").statusCode())
                .isEqualTo(302);
    }

    @Test
    void the_board_is_anybodys_and_says_no_more_than_the_page() {
        handling.raise(Map.of("title", "导出丁 我叫王小明，电话13812345678"));

        String csv = new String(
                Visitor.to(app)
                        .bytes("/sheets/board.csv?q=%E5%AF%BC%E5%87%BA%E4%B8%81")
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(csv).contains("导出丁").doesNotContain("13812345678");
    }

    @Test
    void every_list_has_a_file() {
        var supervisor = Visitor.signedIn(app, "duban");
        for (String list : List.of(
                "desk.xlsx?list=overdue",
                "desk.csv?list=co-handling",
                "board.xlsx",
                "instruments.xlsx",
                "callbacks.xlsx",
                "samples.csv",
                "inbox.xlsx",
                "figures.xlsx",
                "exclusions.csv",
                "cases.xlsx?part=dispatched&by=unit&key=")) {
            assertThat(supervisor.bytes("/sheets/" + list).statusCode())
                    .as(list)
                    .isIn(200, 422);
        }
        assertThat(supervisor.get("/sheets/nothing.xlsx").statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/sheets/desk.pdf").statusCode()).isEqualTo(404);
    }

    private static List<String> column(XSSFSheet sheet, String heading) {
        List<String> texts = new ArrayList<>();
        for (int row = 1; row <= sheet.getLastRowNum(); row++) {
            texts.add(cell(sheet, row, heading).getStringCellValue());
        }
        return texts;
    }

    private static Cell cell(XSSFSheet sheet, int row, String heading) {
        for (Cell head : sheet.getRow(0)) {
            if (head.getStringCellValue().equals(heading)) {
                return sheet.getRow(row).getCell(head.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        for (Row row : sheet) {
            row.forEach(cell -> text.append(cell.getStringCellValue()).append(' '));
        }
        return text.toString();
    }
}
