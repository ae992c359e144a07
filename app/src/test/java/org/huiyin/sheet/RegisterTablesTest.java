package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers as tables, on Tuesday 3 March 2026. */
class RegisterTablesTest {

    private static final String HOMES = "register-deputy-homes";

    private final TestApp app = TestApp.start();
    private final Desktop clerk = new Desktop(app, "chaoyang");

    private static String any(String what) {
        return what + UUID.randomUUID().toString().substring(0, 8);
    }

    private long present(String name) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from register_entry where name = ? and state = 'present'")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String number(String name) {
        return "DJ-"
                + app.bean(JdbcClient.class)
                        .sql("select number from register_entry where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single();
    }

    @Test
    void rows_are_tried_taken_in_edited_and_undone() {
        String one = any("之家甲");
        String two = any("之家乙");
        byte[] table = Desktop.csv(
                "名称,地址,所在地,管理单位,起始日期", one + ",北京路1号,朝阳街道,t421002005,2026-01-05", two + ",,朝阳街道,t421002005,2026/2/1");
        String job = clerk.send(HOMES, "之家.csv", table);
        assertThat(clerk.state(job)).contains("导入 2 行");
        assertThat(present(one)).as("trying stores nothing").isZero();
        assertThat(clerk.press(job, "taking")).contains("已导入");
        assertThat(present(one)).isOne();
        assertThat(clerk.state(clerk.send(HOMES, "再来.csv", table))).contains("已经登记过了");

        byte[] whole = clerk.take(HOMES + ".xlsx");
        assertThat(clerk.state(clerk.send(HOMES, "原样.xlsx", whole))).contains("没有要导入的");
        byte[] edited = Desktop.edited(whole, sheet -> Desktop.type(sheet, number(two), "地址", "江津路2号"));
        String change = clerk.send(HOMES, "改.xlsx", edited);
        assertThat(clerk.press(change, "taking")).contains("已导入");
        assertThat(clerk.press(job, "undoing")).contains("不能撤销");
        assertThat(clerk.press(change, "undoing")).contains("已撤销");
        assertThat(present(two)).isOne();
    }

    @Test
    void every_bad_cell_is_listed_and_nothing_is_stored() {
        String good = any("之家丙");
        String said = clerk.state(clerk.send(
                HOMES,
                "错.csv",
                Desktop.csv(
                        "名称,位置,所在地,管理单位,起始日期",
                        good + ",,朝阳街道,t421002005,2026-01-05",
                        good + ",,朝阳街道,t421002005,2026-01-05",
                        ",,朝阳街道,t421002005,2026-01-05",
                        "甲,不是位置,月球,没有的局,2026-01-05",
                        "乙,,朝阳街道,t421002005,2026-12-31",
                        "丙,,朝阳街道,t421002005,哪天")));

        assertThat(said).contains("没有这个地点", "没有这个单位", "3月3日", "不是日期", "这一项必须填写");
        assertThat(present(good)).isZero();
    }
}
