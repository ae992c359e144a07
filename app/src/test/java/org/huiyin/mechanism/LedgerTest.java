package org.huiyin.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.testing.Books;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The secretary's page and the mediator's ladder, from Tuesday 3 March 2026 on. */
class LedgerTest {

    private final TestClock clock = TestClock.at("2026-03-03T09:00");
    private final TestApp app = TestApp.another(clock);
    private final Handling handling = new Handling(app);

    private String decision(String title, String meeting) {
        Caller secretary = Caller.of(app, "duban");
        Map<String, Object> fields = Map.of(
                "title", title,
                "decision", "会议议定，由城管部门牵头。",
                "meeting", meeting,
                "held-on", "2026-03-02",
                "category", "meeting",
                "place", "421002");
        String number = secretary
                .post("/api/v1/matters", Map.of("programme", "decisions", "fields", fields), Caller.key())
                .text("number");
        LocalDate today = LocalDate.of(2026, 3, 3);
        assertThat(secretary
                        .step(
                                number,
                                "assign",
                                Map.of(
                                        "lead", handling.unit("jz-cg"),
                                        "goal", "按期完成",
                                        "finish-on", today.plusDays(60).toString(),
                                        "report-on", today.plusDays(10).toString()))
                        .status())
                .isEqualTo(200);
        return number;
    }

    @Test
    void a_meeting_shows_what_it_decided_and_a_report_that_was_not_handed_in_shows_by_itself() {
        String told = decision("打通断头路", "第十二次常务会议");
        String silent = decision("改造老旧小区", "第十二次常务会议");
        Caller unit = Caller.of(app, "chengguan");
        unit.step(told, "sign", Map.of());
        unit.step(told, "report", Map.of("progress", 40, "report", "已完成招标并进场。", "next-report-on", "2026-04-20"));
        clock.forward(Duration.ofDays(14));

        Visitor secretary = Visitor.signedIn(app, "duban");
        String page = secretary.get("/desk/ledgers/decisions?year=2026").body();
        assertThat(page).contains("第十二次常务会议", "共 2 件，办结 0 件，红灯 0 件，1 件没有按时报告", "完成百分比：40", "没有按时报告", "绿灯");
        String missing =
                secretary.get("/desk/ledgers/decisions?year=2026&light=missing").body();
        assertThat(missing).contains(silent).doesNotContain(told);

        clock.forward(Duration.ofDays(60));
        assertThat(secretary.get("/desk/ledgers/decisions?year=2026&light=red").body())
                .contains(silent, told, "红灯 2");
        assertThat(secretary.get("/desk/ledgers/decisions?year=2025").body())
                .contains("这一年没有您能看的事项")
                .doesNotContain(silent);
    }

    @Test
    void nobody_reads_in_a_ledger_what_they_may_not_read_elsewhere() {
        String number = decision("内部事项调整", "第十三次常务会议");

        assertThat(Visitor.signedIn(app, "zhujian")
                        .get("/desk/ledgers/decisions?year=2026")
                        .body())
                .as("another bureau")
                .doesNotContain(number, "内部事项调整");
        assertThat(Visitor.signedIn(app, "grid").get("/desk/ledgers/decisions").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "resident").get("/desk/ledgers").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "duban")
                        .get("/desk/ledgers/micro-wishes")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_unit_an_enterprise_complains_of_learns_from_no_ledger_panel_or_card_which_one_it_is() {
        Caller office = Caller.of(app, "chaoyang");
        Map<String, Object> enterprise = Map.of(
                "name", "白云印务公司", "credit-code", "91421000000000099X", "chain", "building", "place", "421002005001");
        String label = Books.enter(app, "enterprises", handling.unit("jz-cg"), enterprise);
        Map<String, Object> asked = Map.of(
                "title", "门前卸货被罚13812345678",
                "description", "卸货十分钟被罚款两次，请求明确卸货时段。",
                "place", Handling.PLACE,
                "category", "inspections",
                "enterprise", "白云印务公司",
                "enterprise-no", label,
                "complained-of", handling.unit("jz-cg"));
        String number = office.post(
                        "/api/v1/matters", Map.of("programme", "enterprise-asks", "fields", asked), Caller.key())
                .text("number");
        office.step(number, "assign", Map.of("lead", handling.unit("jz-cg"), "officer", "陈海波", "kind", "ordinary"));

        String card = "/desk/registers/enterprises/" + label;
        Visitor served = Visitor.signedIn(app, "chaoyang");
        assertThat(served.get("/desk/matters/" + number).body()).contains(label);
        assertThat(served.get(card).body()).contains(number);

        Visitor complainedOf = Visitor.signedIn(app, "chengguan");
        assertThat(complainedOf.get("/desk/matters/" + number).body())
                .contains(number)
                .doesNotContain(label, "白云印务");
        assertThat(complainedOf.get(card).body()).contains("白云印务").doesNotContain(number);
        assertThat(complainedOf.get("/desk/ledgers/enterprise-asks?year=2026").body())
                .contains(number)
                .doesNotContain("13812345678");
    }

    @Test
    void disputes_stand_on_the_rung_on_which_they_lie() {
        Caller office = Caller.of(app, "chaoyang");
        Caller street = Caller.of(app, "t421002005.c");
        Map<String, Object> fields = Map.of(
                "title", "楼上漏水谈不拢", "description", "两户为漏水争执多日。", "place", Handling.PLACE, "category", "neighbours");
        String number = office.post("/api/v1/matters", Map.of("programme", "disputes", "fields", fields), Caller.key())
                .text("number");
        int unit = handling.unit("t421002005");
        office.step(number, "assign", Map.of("lead", unit, "level", "estate"));
        street.step(number, "accept", Map.of("mediators", "楼栋长"));
        String page = Visitor.signedIn(app, "chaoyang")
                .get("/desk/ledgers/disputes?year=2026")
                .body();
        assertThat(page).contains("<h2>小区", "楼上漏水谈不拢");

        street.step(
                number, "hold-session", Map.of("held-on", "2026-03-03", "attended", "all", "record", "双方各说各的理，差距不大。"));
        assertThat(street.step(
                                number,
                                "escalate",
                                Map.of("lead", unit, "level", "street", "escalation-record", "小区谈过一次没有谈成，请街道出面。"))
                        .status())
                .isEqualTo(200);

        String after = Visitor.signedIn(app, "chaoyang")
                .get("/desk/ledgers/disputes?year=2026")
                .body();
        assertThat(after.substring(after.indexOf("<h2>街道（乡镇）"))).contains(number, "小区谈过一次没有谈成");
        assertThat(after).doesNotContain("<h2>小区");
        assertThat(Visitor.signedIn(app, "leader")
                        .get("/desk/ledgers/disputes?year=2026")
                        .body())
                .as("who may not read them is told why")
                .contains("这类事项对您只有数", "/desk/assessment?programme=disputes")
                .doesNotContain(number, "这一年没有您能看的事项");
    }
}
