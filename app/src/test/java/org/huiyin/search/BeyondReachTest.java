package org.huiyin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What everybody finds staff find, too, and beyond their reach nothing more. */
class BeyondReachTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller nobody = Caller.nobody(app);
    private final Caller office = Caller.of(app, "chaoyang");
    private final Caller unit = Caller.of(app, "chengguan");

    @Test
    void staff_find_whatever_everybody_finds_as_everybody_reads_it() {
        Raised matter = handling.raise(Map.of("title", "甲子渡社保断缴", "description", "甲子渡的窗口说要自己补。", "where", "甲子渡东头"));

        for (String words : List.of("甲子渡社保断缴", "窗口 甲子渡", "甲子渡 朝阳街道")) {
            assertThat(found(office, words)).as(words).containsExactly(matter.number());
            for (String login : List.of("chengguan", "jzq-hotline.d", "admin")) {
                assertThat(items(Caller.of(app, login), words))
                        .as(login + " " + words)
                        .isEqualTo(items(nobody, words))
                        .contains(matter.number());
            }
        }
    }

    @Test
    void what_is_found_beyond_ones_reach_leads_to_the_page_for_everybody() {
        Raised matter = handling.raise("乙丑渡护栏松动");
        Raised closed = handling.raise(Map.of("title", "乙丑渡的事", "confidential", true));
        Visitor other = Visitor.signedIn(app, "chengguan");

        assertThat(other.get("/search?q=" + encode("乙丑渡")).body())
                .contains("href=\"/m/" + matter.number())
                .doesNotContain("/desk/matters/" + matter.number(), closed.number());
        for (String number : List.of(matter.number(), closed.number(), new MatterNumber(20_260_199_999L).toString())) {
            assertThat(Visitor.location(other.get("/search?q=" + number)))
                    .as(number)
                    .doesNotContain("/desk/");
        }
        assertThat(found(unit, matter.number())).containsExactly(matter.number());
        assertThat(found(unit, closed.number())).isEmpty();
        Visitor own = Visitor.signedIn(app, "chaoyang");
        assertThat(own.get("/search?q=" + encode("乙丑渡")).body()).contains("href=\"/desk/matters/" + matter.number());
        assertThat(Visitor.location(own.get("/search?q=" + matter.number())))
                .isEqualTo("/desk/matters/" + matter.number());
    }

    @Test
    void beyond_ones_reach_no_word_for_staff_alone_finds_anything() {
        Raised matter = handling.raise(Map.of(
                "title", "丙寅渡积水",
                "description", "我叫欧阳小芳，电话13955551234，请尽快处理。",
                "where", "丙寅渡丁卯宅",
                "raiser-name", "巳亥巳"));
        Raised narrowed = handling.raise(Map.of("title", "丙寅渡落户", "description", "孩子被卡在戊辰所。", "category", "other"));
        Raised closed = handling.raise(Map.of("title", "丙寅渡己巳院", "confidential", true));
        office.step(
                narrowed.number(),
                "dispatch",
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", "household", "urgency", "normal"));

        assertThat(found(Caller.of(app, "jzq-hotline.d"), "丙寅渡")).containsExactly(narrowed.number(), matter.number());
        for (String words : List.of("13955551234", "丁卯宅", "戊辰所", "己巳院")) {
            assertThat(found(office, words)).as(words).hasSize(1);
        }
        for (String words : List.of("13955551234", "1234 丙寅渡", "丁卯宅", "己巳院", "戊辰所", "巳亥巳", "欧阳小芳 丙寅渡")) {
            for (String login : List.of("jzq-hotline.d", "admin")) {
                assertThat(found(Caller.of(app, login), words))
                        .as(login + " " + words)
                        .isEmpty();
            }
        }
        for (String words : List.of("13955551234", "丁卯宅", "己巳院", "巳亥巳")) {
            assertThat(found(unit, words)).as(words).isEmpty();
        }
        assertThat(found(unit, "丙寅渡"))
                .containsExactlyInAnyOrder(narrowed.number(), matter.number())
                .doesNotContain(closed.number());
        assertThat(found(office, "巳亥巳")).isEmpty();
    }

    @Test
    void beyond_ones_reach_words_for_staff_alone_move_nothing_up() {
        Raised older = narrowed("庚午渡的西岸松动", "就在庚午渡西岸。");
        Raised newer = narrowed("庚午渡的西岸松动", "就在码头。");

        assertThat(found(office, "庚午渡西岸")).containsExactly(older.number(), newer.number());
        assertThat(found(nobody, "庚午渡西岸")).containsExactly(newer.number(), older.number());
        assertThat(found(Caller.of(app, "jzq-hotline.d"), "庚午渡西岸")).containsExactly(newer.number(), older.number());
    }

    /** Of a category whose descriptions staff alone may read. */
    private Raised narrowed(String title, String description) {
        Raised matter = handling.raise(Map.of("title", title, "description", description, "category", "other"));
        office.step(
                matter.number(),
                "dispatch",
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", "household", "urgency", "normal"));
        return matter;
    }

    @Test
    void a_unit_complained_of_learns_no_more_than_everybody() {
        Raised matter = handling.raise(Map.of(
                "title", "辛未渡执法粗暴",
                "description", "当天的人员态度恶劣。我叫王小明，电话13966661234。",
                "where", "辛未渡末尾矮屋",
                "complained-of", handling.unit("jz-cg")));

        assertThat(found(unit, "辛未渡 态度恶劣")).containsExactly(matter.number());
        for (String words : List.of("辛未渡", "辛未渡 态度恶劣", "13966661234", "王小明 辛未渡", "末尾矮屋", "辛未渡 朝阳街道")) {
            assertThat(items(unit, words)).as(words).isEqualTo(items(nobody, words));
        }
    }

    @Test
    void pages_of_what_is_within_and_beyond_ones_reach_follow_each_other() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Raised matter = handling.raise("壬申渡第" + i + "件");
            raised.add(matter.number());
            if (i % 3 == 0) {
                handling.dispatch(matter.number());
            }
        }

        List<String> found = new ArrayList<>();
        Answer page = unit.get("/api/v1/search?limit=3&q=" + encode("壬申渡"));
        while (true) {
            found.addAll(page.body().path("items").findValuesAsString("number"));
            if (page.body().path("next").isNull()) {
                break;
            }
            page = unit.get(page.text("next"));
        }

        assertThat(found).containsExactlyElementsOf(raised.reversed());
    }

    @Test
    void an_empty_page_says_what_was_looked_through_and_how_to_look_further() {
        assertThat(Visitor.to(app).get("/search?q=" + encode("没有这样的词")).body()).contains("公开的标题、情况和答复", "查进度");
        assertThat(Visitor.signedIn(app, "chengguan")
                        .get("/search?list=problem&q=" + encode("没有这样的词"))
                        .body())
                .contains("您有权查看的事项，以及其他事项公开的", "去掉范围", "href=\"/search?q=");
    }

    private static List<String> found(Caller caller, String words) {
        return answer(caller, words).body().path("items").findValuesAsString("number");
    }

    private static String items(Caller caller, String words) {
        return answer(caller, words).body().path("items").toString();
    }

    private static Answer answer(Caller caller, String words) {
        Answer answer = caller.get("/api/v1/search?q=" + encode(words));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer;
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
