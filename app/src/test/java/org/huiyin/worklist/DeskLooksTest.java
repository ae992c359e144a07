package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeskLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final Town TOWN = new Town(APP);
    private static final MatterNumber LONG = furnished();

    private static MatterNumber furnished() {
        List<String> urgencies = List.of("normal", "urgent", "normal", "emergency");
        for (int i = 0; i < 24; i++) {
            MatterNumber number = TOWN.raise(Map.of(
                    "title",
                    "看样：" + List.of("路灯不亮", "井盖响动扰民", "垃圾桶满溢无人清运", "小区门口占道停车").get(i % 4)));
            if (i % 2 == 0) {
                Map<String, Object> order = new HashMap<>(Map.of("kind", "help", "category", "roads"));
                order.put("lead", (long) TOWN.unit("ss-zj"));
                order.put("urgency", urgencies.get(i / 2 % 4));
                TOWN.take("chaoyang", number, "dispatch", order);
            }
        }
        MatterNumber number = TOWN.raise(Map.of(
                "title", "看样：北京中路延伸段地下综合管廊及雨污分流改造工程施工围挡长期占用人行道和非机动车道，老人孩子只能走机动车道，希望尽快恢复并公示工期",
                "where", "北京中路与塔桥路交叉口东北角公交站台后侧，靠近第三中学南门"));
        TOWN.take(
                "chaoyang",
                number,
                "dispatch",
                Map.of(
                        "lead",
                        (long) TOWN.unit("ss-zj"),
                        "co-handlers",
                        List.of((long) TOWN.unit("jz-cg"), (long) TOWN.unit("jz-sws")),
                        "kind",
                        "complaint",
                        "category",
                        "roads",
                        "urgency",
                        "urgent",
                        "goal",
                        "恢复通行",
                        "measures",
                        "现场核实，督促施工单位收窄围挡。"));
        return number;
    }

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void every_page_of_the_desk_suits_every_reader(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            Page page = visit.signIn("zhujian");
            visit.tall();
            visit.hold("/desk?list=to-sign", "desk");
            visit.hold("/desk?list=to-sign&q=看样&open=" + LONG, "desk-open");
            visit.hold("/desk/matters/" + LONG, "matter");
            visit.hold("/desk?list=to-review", "desk-empty");
            page.navigate("/desk?list=to-sign");
            page.locator(".rows-table input[name=row]").nth(0).check();
            page.locator(".rows-table input[name=row]").nth(1).check();
            visit.screenshot("desk-marked");
        }
        try (Visit visit = Visit.to(APP, look)) {
            Page page = visit.signIn("chaoyang");
            visit.hold("/desk?list=to-dispatch&q=看样", "desk-dispatcher");
            page.locator(".rows-table input[name=row]").nth(0).check();
            page.locator(".rows-table input[name=row]").nth(1).check();
            page.click("#bulk button[value=merge]");
            page.waitForURL("**/desk/selection");
            visit.assertFits();
            visit.screenshot("bulk-form");
            page.fill("[name=into]", "202600000019");
            page.click(".step-form button[type=submit]");
            page.waitForURL("**/desk/steps");
            visit.assertFits();
            visit.screenshot("bulk-result");
            visit.assertNoComplaints();
        }
    }

    @Test
    void the_keyboard_moves_opens_marks_and_acts_but_never_takes_over_typing() {
        try (Visit visit = Visit.to(APP, Look.DESK)) {
            Page page = visit.signIn("zhujian");
            page.navigate("/desk?list=to-sign");
            page.keyboard().press("j");
            page.keyboard().press("j");
            String second = page.getAttribute(".rows-table tr.at", "data-number");
            page.keyboard().press("Enter");
            page.waitForSelector("#beside [data-shown='" + second + "']");
            assertThat(page.url()).contains("open=" + second);

            page.keyboard().press("x");
            assertThat(page.locator(".rows-table tr.at input[name=row]").isChecked())
                    .isTrue();
            page.keyboard().press("/");
            page.keyboard().type("xjks");
            assertThat(page.inputValue("#q")).isEqualTo("xjks");
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.keyboard().press("Escape");
            page.keyboard().press("s");
            page.waitForSelector(".notice-done");
            assertThat(TOWN.matter(Numbers.read(second).orElseThrow()).state()).isEqualTo("in-hand");
            page.keyboard().press("g");
            page.keyboard().press("h");
            page.waitForURL("**/desk?list=in-hand");
            visit.assertNoComplaints();
        }
    }
}
