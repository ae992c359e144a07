package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.org.Organisation;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.timetable.CalendarVersions;
import org.junit.jupiter.api.Test;

class OrganisationTablesTest {

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final Desktop admin = new Desktop(APP, "admin");

    @Test
    void lists_of_the_house_come_back_unchanged() {
        for (String list : new String[] {"units", "places", "people", "calendar"}) {
            assertThat(admin.state(admin.send(list, list + ".xlsx", admin.take(list + ".xlsx"))))
                    .as(list)
                    .contains("没有要导入的");
            assertThat(admin.state(admin.send(list, list + ".csv", admin.take(list + ".csv"))))
                    .as(list)
                    .contains("没有要导入的");
        }
    }

    @Test
    void units_are_set_up_under_each_other_changed_and_undone() {
        String job = admin.send(
                "units",
                "单位.csv",
                Desktop.csv("单位名称,单位代码,上级单位,单位类别,职责分类", "夜市管理科,jz-ys-1,夜市管理所,科室,噪声扰民、停车与占道", "夜市管理所,jz-ys,jz-cg,部门,"));
        assertThat(admin.press(job, "taking")).contains("已导入");
        var units = APP.bean(Organisation.class).units();
        var section = units.find("jz-ys-1").orElseThrow();
        assertThat(section.parent()).isEqualTo(units.find("jz-ys").orElseThrow().id());
        assertThat(section.duties()).containsExactly("noise", "parking");

        byte[] edited =
                Desktop.edited(admin.take("units.xlsx"), sheet -> Desktop.type(sheet, "jz-ys", "单位名称", "夜市管理处"));
        String change = admin.send("units", "改名.xlsx", edited);
        assertThat(admin.state(change)).contains("导入 1 行");
        assertThat(admin.press(change, "taking")).contains("已导入");
        assertThat(name("jz-ys")).isEqualTo("夜市管理处");
        assertThat(admin.press(job, "undoing")).contains("不能撤销", "jz-ys");
        assertThat(admin.press(change, "undoing")).contains("已撤销");
        assertThat(name("jz-ys")).isEqualTo("夜市管理所");
        assertThat(admin.press(job, "undoing")).contains("已撤销");
        assertThat(APP.bean(Organisation.class)
                        .units()
                        .find("jz-ys")
                        .orElseThrow()
                        .active())
                .isFalse();
    }

    @Test
    void a_circle_of_units_a_second_office_and_a_strange_place_are_refused_together() {
        String said = admin.state(admin.send(
                "units",
                "错.csv",
                Desktop.csv(
                        "单位代码,单位名称,上级单位,单位类别,负责地点,是派单中心",
                        "x-1,甲,乙,科室,,",
                        "x-2,乙,甲,科室,,",
                        "x-3,丙,,办公室,999,是",
                        "x-4,丁,不存在,派单中心,421002005,是")));

        assertThat(said).contains("绕成了圈", "可以填", "没有这个地点", "没有这个单位", "已经有派单中心");
        assertThat(APP.bean(Organisation.class).units().find("x-1")).isEmpty();
    }

    @Test
    void people_are_appointed_with_a_first_password_and_known_when_they_come_again() {
        byte[] table = Desktop.csv("姓名,电话,登录名,初始密码,所在单位,岗位,职务", "周新来,13900001234,zhou.new,Xin-Lai-2026,jz-cg,承办人,科员");
        String job = admin.send("people", "人员.csv", table);

        assertThat(admin.press(job, "taking")).contains("已导入");
        assertThat(Visits.signIn(APP, "zhou.new", "Xin-Lai-2026")).contains("/account");
        assertThat(admin.state(admin.send("people", "人员.csv", table))).contains("没有要导入的");
        assertThat(admin.state(admin.send(
                        "people", "弱.csv", Desktop.csv("姓名,登录名,初始密码,所在单位,岗位", "吴弱,wu.weak,12345,jz-cg,承办人"))))
                .contains("初始密码", "有错误");
    }

    @Test
    void a_holiday_of_the_city_is_a_new_version_of_the_calendar_and_can_be_undone() {
        var versions = APP.bean(CalendarVersions.class);
        int before = versions.current().number();
        String job = admin.send(
                "calendar",
                "市庆.csv",
                Desktop.csv("日期,上班或休息,名称,工作时间", "2026/6/16,休息,市庆,", "2026年6月20日,上班,市庆调休,9:00-12:00"));

        assertThat(admin.press(job, "taking")).contains("已导入");
        assertThat(versions.current().number()).isEqualTo(before + 1);
        assertThat(versions.inForce().json()).contains("2026-06-16", "09:00-12:00");
        assertThat(admin.press(job, "undoing")).contains("已撤销");
        assertThat(versions.inForce().json()).doesNotContain("2026-06-16");
    }

    @Test
    void a_place_lies_where_its_code_says_and_new_ones_can_be_taken_away_again() {
        String job = admin.send("places", "地点.csv", Desktop.csv("地点代码,地点名称", "42100200500199,测试网格"));
        assertThat(admin.press(job, "taking")).contains("已导入");
        assertThat(APP.bean(Organisation.class).places().exists("42100200500199"))
                .isTrue();
        assertThat(admin.press(job, "undoing")).contains("已撤销");
        assertThat(APP.bean(Organisation.class).places().exists("42100200500199"))
                .isFalse();

        assertThat(admin.state(admin.send("places", "错.csv", Desktop.csv("地点代码,地点名称", "99999900100199,某网格", "12,太短"))))
                .contains("没有它所属的地点", "代码是 4、6、9");
    }

    private static String name(String unit) {
        return APP.bean(Organisation.class)
                .units()
                .find(unit)
                .orElseThrow()
                .name()
                .zh();
    }

    private static final class Visits {
        static String signIn(TestApp app, String login, String password) {
            var visitor = org.huiyin.testing.Visitor.to(app);
            return org.huiyin.testing.Visitor.location(visitor.signIn(login, password));
        }
    }
}
