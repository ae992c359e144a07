package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

class DeskTableTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Desktop handler = new Desktop(app, "chengguan");

    @Test
    void a_list_that_comes_back_as_it_went_changes_nothing() throws IOException {
        signed("往返甲");
        byte[] xlsx = handler.take(list("xlsx", "往返甲"));
        byte[] csv = handler.take(list("csv", "往返甲"));

        assertThat(handler.state(handler.send("edits", "清单.xlsx", xlsx))).contains("没有要导入的");
        assertThat(handler.state(handler.send("edits", "清单.csv", csv))).contains("没有要导入的");
    }

    @Test
    void it_comes_back_the_same_through_another_office() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not installed here");
        signed("往返乙");
        Path folder = Files.createTempDirectory("huiyin-office");
        Files.write(folder.resolve("in.xlsx"), handler.take(list("xlsx", "往返乙")));

        assertThat(handler.state(handler.send("edits", "a.xlsx", converted(folder, "xlsx"))))
                .contains("没有要导入的");
        assertThat(handler.state(
                        handler.send("edits", "a.csv", converted(folder, "csv:Text - txt - csv (StarCalc):44,34,76"))))
                .contains("没有要导入的");
    }

    @Test
    void an_edited_deadline_asks_for_exactly_that_extension() {
        String number = signed("往返丙");
        byte[] edited = Desktop.edited(handler.take(list("xlsx", "往返丙")), sheet -> {
            var due = Desktop.cell(sheet, number, "办理期限");
            due.setCellValue(due.getLocalDateTimeCellValue().plusDays(1));
            Desktop.cell(sheet, number, "理由").setCellValue("线路要停电检修");
        });

        String job = handler.send("edits", "改.xlsx", edited);
        assertThat(handler.state(job)).contains("导入 1 行");
        assertThat(handler.press(job, "taking")).contains("已导入");

        assertThat(handler.clerk().get("/desk/matters/" + number).body()).contains("申请延期1个工作日", "线路要停电检修");
        assertThat(handler.state(handler.send("edits", "改.xlsx", edited))).contains("没有要导入的");
    }

    @Test
    void what_moved_on_since_is_told_and_not_overwritten() {
        String number = signed("往返丁");
        byte[] edited = Desktop.edited(handler.take(list("xlsx", "往返丁")), sheet -> {
            var due = Desktop.cell(sheet, number, "办理期限");
            due.setCellValue(due.getLocalDateTimeCellValue().plusDays(1));
            Desktop.cell(sheet, number, "理由").setCellValue("人手不够");
        });
        Caller.of(app, "chengguan").step(number, "contact", Map.of("means", "phone"));

        assertThat(handler.state(handler.send("edits", "旧.xlsx", edited)))
                .contains("导出之后有人改过", "已联系反映人")
                .doesNotContain("/taking");
    }

    @Test
    void what_cannot_be_edited_is_said_where_it_stands() {
        String number = signed("往返戊");
        byte[] edited = Desktop.edited(handler.take(list("xlsx", "往返戊")), sheet -> {
            Desktop.type(sheet, number, "标题", "改了标题");
            Desktop.cell(sheet, number, "办理期限").setCellValue(LocalDateTime.of(2026, 3, 15, 17, 30));
        });
        byte[] sunday = Desktop.edited(
                handler.take(list("xlsx", "往返戊")),
                sheet -> Desktop.cell(sheet, number, "办理期限").setCellValue(LocalDateTime.of(2026, 3, 15, 17, 30)));

        assertThat(handler.state(handler.send("edits", "改.xlsx", edited))).contains("这一列只供查看");
        assertThat(handler.state(handler.send("edits", "改.xlsx", sunday))).contains("期限只能往后延到某个工作日");
    }

    @Test
    void a_dispatcher_dispatches_by_table_and_can_take_a_reassignment_back() {
        var raised = handling.raise("往返己");
        Desktop dispatcher = new Desktop(app, "chaoyang");
        byte[] edited = Desktop.edited(dispatcher.take("desk.xlsx?list=to-dispatch&q=" + encoded("往返己")), sheet -> {
            Desktop.type(sheet, raised.number(), "承办单位", "jz-cg");
            Desktop.type(sheet, raised.number(), "紧急程度", "一般");
        });

        String job = dispatcher.send("edits", "派单.xlsx", edited);
        assertThat(dispatcher.press(job, "taking")).contains("已导入");
        assertThat(dispatcher.clerk().get("/desk/matters/" + raised.number()).body())
                .contains("已派给");
        assertThat(dispatcher.press(job, "undoing")).contains("不能撤销");
    }

    private String signed(String title) {
        String number = handling.raise(title).number();
        handling.dispatch(number);
        Caller.of(app, "chengguan").step(number, "sign", Map.of());
        return number;
    }

    private static String list(String format, String words) {
        return "desk." + format + "?list=in-hand&q=" + encoded(words);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static byte[] converted(Path folder, String format) throws Exception {
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.resolve("out").toString(),
                        folder.resolve("in.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readAllBytes(folder.resolve("out").resolve("in." + format.replaceFirst(":.*", "")));
    }
}
