package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.org.Organisation;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

class RaiseTableTest {

    private final TestApp app = TestApp.start();
    private final Desktop desk = new Desktop(app, "chaoyang");

    @Test
    void a_table_is_checked_raised_known_again_and_undone() {
        byte[] table = ("标题,具体情况,所在地,诉求类型,联系电话\r\n"
                        + "表格甲一 路灯不亮,三天了,421002005001,求助,13812345678\r\n"
                        + "表格甲二 井盖松动,有危险,421002005001,投诉举报,\r\n")
                .getBytes(Charset.forName("GB18030"));

        String job = desk.send("matters", "登记.csv", table);

        assertThat(desk.state(job)).contains("检查通过", "导入 2 行");
        assertThat(found("表格甲")).doesNotContain("表格甲一");
        assertThat(desk.press(job, "taking")).contains("已导入");
        assertThat(found("表格甲")).contains("表格甲一", "表格甲二");

        String again = desk.send("matters", "另存.csv", table);
        assertThat(desk.state(again)).contains("没有要导入的").doesNotContain("taking");

        assertThat(desk.press(job, "undoing")).contains("已撤销");
        assertThat(found("表格甲")).doesNotContain("表格甲一");
        assertThat(desk.state(desk.send("matters", "登记.csv", table))).contains("导入 2 行");
    }

    @Test
    void one_wrong_cell_and_no_row_is_stored() throws IOException {
        byte[] table = Desktop.xlsx(List.of(
                List.of("标题", "具体情況", "所在地", "事项分类", "联系电话"),
                List.of("表格乙一", "好的一行", "421002005001", "道路与路灯", ""),
                List.of("", "没有标题", "没有这个地方", "不存在的分类", "abc")));
        byte[] named = Desktop.edited(table, sheet -> sheet.getRow(0).getCell(1).setCellValue("具体情况"));

        assertThat(desk.state(desk.send("matters", "错列.xlsx", table))).contains("B1", "是不是“具体情况”");
        String job = desk.send("matters", "错格.xlsx", named);

        assertThat(desk.state(job))
                .contains("有错误，没有导入", "A3", "必须填写", "C3", "没有这个地点", "D3", "可以填", "E3")
                .doesNotContain("/taking");
        assertThat(found("表格乙")).doesNotContain("表格乙一");
        try (XSSFWorkbook marked = new XSSFWorkbook(
                new ByteArrayInputStream(desk.clerk().bytes(job + "/marked").body()))) {
            var sheet = marked.getSheetAt(0);
            assertThat(sheet.getCellComment(new CellAddress("C3")).getString().getString())
                    .contains("没有这个地点");
            assertThat(sheet.getRow(2)
                            .getCell(2)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFF6D5CF");
            assertThat(sheet.getRow(1).getCell(0).toString()).isEqualTo("表格乙一");
        }
    }

    @Test
    void the_template_says_what_each_column_wants_and_offers_choices() throws IOException {
        byte[] template = desk.clerk().bytes("/sheets/templates/matters.xlsx").body();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).toString()).isEqualTo("标题 *");
            assertThat(sheet.getCellComment(new CellAddress("A1")).getString().getString())
                    .contains("必填");
            assertThat(sheet.getDataValidations()).isNotEmpty();
            assertThat(book.isSheetHidden(2)).isTrue();
        }
        byte[] filled = Desktop.edited(template, sheet -> {
            var row = sheet.createRow(1);
            row.createCell(Desktop.column(sheet, "标题 *")).setCellValue("表格丙 用模板填的");
            row.createCell(Desktop.column(sheet, "具体情况 *")).setCellValue("一件小事");
            row.createCell(Desktop.column(sheet, "所在地 *")).setCellValue(place());
        });
        assertThat(desk.state(desk.send("matters", "模板.xlsx", filled))).contains("导入 1 行");
    }

    private String place() {
        return app.bean(Organisation.class).places().path(Handling.PLACE, Locale.CHINESE);
    }

    private String found(String words) {
        return desk.clerk()
                .get("/desk?list=to-dispatch&q="
                        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))
                .body();
    }
}
