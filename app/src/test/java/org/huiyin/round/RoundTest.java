package org.huiyin.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Books;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who goes round in Chaoyang street, on Tuesday 3 March 2026 at nine. */
class RoundTest {

    private static final String FORM = "/desk/inbox?only=unread";
    private static final String GRID = "42100200500101";

    private final TestApp app = TestApp.another(TestClock.at("2026-03-03T09:00"));
    private final Handling handling = new Handling(app);

    private String enter(String register, String place, String on, Map<String, Object> own) {
        Visitor.to(app); // loads the city
        Map<String, Object> fields = new HashMap<>(Map.of("place", place, "on", on));
        fields.putAll(own);
        return Books.enter(app, register, handling.unit("t421002005"), fields);
    }

    private String household(String name, String id, String risk, String on) {
        return enter(
                "care-households",
                GRID,
                on,
                Map.of(
                        "name",
                        name,
                        "id-number",
                        id,
                        "born-on",
                        "1941-03-08",
                        "need",
                        "alone",
                        "risk",
                        risk,
                        "address",
                        "1栋101"));
    }

    private Map<String, String> look(String title, String place, String people) {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", title,
                "day-1", "2026-03-03",
                "from-1", "07:30",
                "to-1", "08:30",
                "place", place));
        form.put("expected", people);
        form.put("key", UUID.randomUUID().toString());
        return form;
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void an_overdue_visit_goes_up_once_and_the_list_of_a_private_register_is_a_look() {
        String risky = household("许秀兰", "421002000000200001", "high", "2026-02-20");
        String calm = household("闻大明", "421002000000200002", "low", "2026-02-20");
        Visitor grid = Visitor.signedIn(app, "grid");

        String page = grid.get("/desk/rounds/home-visit").body();
        assertThat(page).contains(risky, "逾期 1", "高 7 天").doesNotContain(calm, "许秀兰");
        assertThat(grid.get("/desk/rounds/home-visit?ahead=90").body()).contains(calm);
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from register_look where what = 'list'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);

        String greetings = "/desk/rounds/home-visit/greetings";
        assertThat(grid.get(greetings + "?month=3").body()).contains("许秀兰", "3月8日生，今年 85 岁");
        assertThat(grid.get(greetings + "?month=4").body()).doesNotContain("许秀兰");
        assertThat(grid.get(greetings + "?festival=1").body()).doesNotContain("许秀兰");
        assertThat(grid.get(greetings).body())
                .as("what is due in the next days, and festivals by the day they fall on")
                .contains("许秀兰", "3月8日，还有 5 天")
                .containsSubsequence("助残日", "5月17日", "儿童节", "6月1日", "中秋节", "9月25日", "重阳节", "10月18日", "春节", "2027年2月6日");
        assertThat(grid.get("/desk/registers/care-households/" + risky).body()).contains("罗子涵");
        assertThat(Visitor.signedIn(app, "leader").get(greetings).statusCode()).isEqualTo(403);

        app.bean(LateRounds.class).go();
        app.bean(LateRounds.class).go();
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from message where kind = 'round-overdue' and link = '/desk/rounds/home-visit'")
                        .query(Long.class)
                        .single())
                .as("the head and the dispatcher, once")
                .isEqualTo(2);
        assertThat(Visitor.signedIn(app, "chaoyang").get("/desk/inbox").body())
                .contains("入户走访逾期：1 个")
                .doesNotContain("许秀兰");
        for (String stranger : new String[] {"chengguan", "leader", "duban", "zhujian-head"}) {
            assertThat(Visitor.signedIn(app, stranger)
                            .get("/desk/rounds/home-visit")
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(403);
        }
        assertThat(Visitor.signedIn(app, "t421002005.c")
                        .get("/desk/rounds/home-visit")
                        .statusCode())
                .as("a handler of the same office")
                .isEqualTo(403);
    }

    @Test
    void what_fails_at_a_checkpoint_is_scored_and_becomes_a_matter_with_its_standard() throws Exception {
        String force = enter("task-forces", "421002005", "2026-01-05", Map.of("name", "农贸市场专班", "head", "某某"));
        Map<String, Object> market =
                Map.of("name", "红星路农贸市场东门", "kind", "market", "position", "30.329,112.258", "parent", force);
        String point = enter("checkpoints", Handling.PLACE, "2026-01-05", market);
        Visitor office = Visitor.signedIn(app, "chaoyang");
        Map<String, String> plan = look("点位检查", Handling.PLACE, point);
        String form = office.get("/desk/activities/new?kind=inspection&entry=" + point + "&place=" + Handling.PLACE)
                .body();
        plan.put("hosts", found("name=\"hosts\" value=\"([^\"]*)\"", form));
        String path = Visitor.location(office.post(FORM, "/desk/activities?kind=inspection", plan));
        String photo = Caller.of(app, "chaoyang").upload("现场.jpg", Handling.photo());

        assertThat(office.get(path).body()).as("items are proposed").contains("<option value=\"占道经营\">");
        Map<String, String> finding = new HashMap<>(Map.of(
                "title", "消防通道堵塞（一票否决）",
                "position", "30.500,112.500",
                "press", "raise",
                "kept", photo,
                "key", UUID.randomUUID().toString()));
        assertThat(office.post(FORM, path + "/findings", finding).statusCode()).isEqualTo(303);
        String number = found("/desk/matters/(\\d+)", office.get(path).body());
        assertThat(office.get("/desk/matters/" + number).body())
                .contains("消防通道畅通", "红星路农贸市场东门", "文明城市创建攻坚", point, "前后对比", "立行立改");

        String second = Caller.of(app, "chaoyang").upload("报告.jpg", Handling.photo());
        Map<String, String> report = new HashMap<>(Map.of("failed", "exits", "note", "通道堆满纸箱", "kept", second));
        report.put("key", UUID.randomUUID().toString());
        assertThat(office.post(FORM, path + "/report", report).statusCode()).isEqualTo(303);
        String scores = Visitor.signedIn(app, "leader")
                .get("/desk/scores/inspection?from=2026-03-01&to=2026-03-31")
                .body();
        enter("task-forces", "421002005", "2026-01-05", Map.of("name", "空转专班", "head", "某某"));
        assertThat(scores).as("a campaign without checkpoints").doesNotContain("空转专班");
        assertThat(Visitor.signedIn(app, "leader")
                        .get("/desk/scores/inspection")
                        .body())
                .contains("还没有点位", "空转专班");
        assertThat(scores).contains("农贸市场专班", "一票否决 1 次", "<strong class=\"score\">0.00</strong>", "发现问题 1 个，复查销号 0 个");
        assertThat(Visitor.signedIn(app, "resident")
                        .get("/desk/scores/inspection")
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.get("/desk/registers/task-forces/" + force).body()).contains("红星路农贸市场东门");
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void nobody_who_died_is_planned_for_or_written_down_as_visited() throws Exception {
        String late = household("许秀兰", "421002000000200011", "high", "2026-02-20");
        Visitor grid = Visitor.signedIn(app, "grid");
        Map<String, String> plan = look("上门看望", GRID, late);
        plan.put("hosts", "罗子涵");
        String path = Visitor.location(grid.post(FORM, "/desk/activities?kind=home-visit", plan));
        String list = grid.get(path + "/attendance").body();
        Map<String, String> ticked = new HashMap<>(Map.of(
                "who", found("name=\"who\" value=\"(entry:\\d+)\"", list), "session", "1", "at", "2026-03-03T08:00"));
        ticked.put("key", UUID.randomUUID().toString());
        String card = "/desk/registers/care-households/" + late;
        assertThat(Visitor.location(grid.post(card, card + "/exit", Map.of("reason", "died", "on", "2026-03-01"))))
                .isEqualTo(card);

        assertThat(grid.post(FORM, path + "/attendance", ticked).body()).contains("已不在册（去世");
        plan.put("key", UUID.randomUUID().toString());
        assertThat(grid.post(FORM, "/desk/activities?kind=home-visit", plan).body())
                .contains("不能安排：" + late);

        assertThat(grid.get(path).body()).doesNotContain("点名到场");
        assertThat(grid.get(card).body()).as("no new visit is offered").doesNotContain("kind=home-visit");
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void a_sheet_takes_points_and_a_veto_takes_all() {
        RoundRules.Sheet sheet = new RoundRules.Sheet(
                "failed",
                100,
                Map.of(
                        "a", new RoundRules.Item("", 3, false, ""),
                        "b", new RoundRules.Item("", 99, false, ""),
                        "v", new RoundRules.Item("", 0, true, "")),
                List.of("done"));

        assertThat(sheet.score(List.of())).isEqualTo(100);
        assertThat(sheet.score(List.of("a"))).isEqualTo(97);
        assertThat(sheet.score(List.of("a", "b"))).isZero();
        assertThat(sheet.score(List.of("v", "a"))).isZero();
        assertThat(sheet.score(List.of("unknown"))).isEqualTo(100);
    }
}
