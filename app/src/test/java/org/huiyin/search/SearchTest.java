package org.huiyin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller nobody = Caller.nobody(app);
    private final Caller office = Caller.of(app, "chaoyang");

    @Test
    void words_are_found_wherever_they_were_said_in_whatever_order() {
        Raised matter = handling.raise(Map.of("title", "甲丑路灯坏了", "description", "晚上回家的路上一片漆黑，孩子摔了一跤。"));
        handling.answer(matter.number());

        assertThat(found(office, "甲丑")).containsExactly(matter.number());
        assertThat(found(office, "漆黑 甲丑")).containsExactly(matter.number());
        assertThat(found(nobody, "甲丑 线路已更换")).containsExactly(matter.number());
        assertThat(found(nobody, "甲丑 没有这个词")).isEmpty();
    }

    @Test
    void spelling_house_numbers_and_names_of_places_and_units_are_understood() {
        Raised matter = handling.raise(Map.of("title", "乙寅苑３栋2單元漏水", "description", "供水公司ABC123来看过。"));
        handling.dispatch(matter.number());

        for (String words : List.of("乙寅苑3栋", "“乙寅苑3栋2单元漏水”", "乙寅苑 abc123", "乙寅苑 朝阳街道", "乙寅苑 城市管理执法委员会")) {
            assertThat(found(office, words)).as(words).containsExactly(matter.number());
        }
        assertThat(found(office, "乙寅苑 4栋")).isEmpty();
    }

    @Test
    void words_in_the_title_come_first() {
        Raised text = handling.raise(Map.of("title", "路灯不亮", "description", "就在丙卯桥下面，天天如此。"));
        Raised title = handling.raise("丙卯桥护栏松动");
        Raised newer = handling.raise(Map.of("title", "井盖响", "description", "丙卯桥旁的井盖一响一夜。"));

        assertThat(found(office, "丙卯桥")).containsExactly(title.number(), newer.number(), text.number());
    }

    @Test
    void filters_combine() {
        Raised matter = handling.raise(Map.of("title", "丁辰街灯不亮", "category", "roads"));
        Raised other = handling.raise(Map.of("title", "丁辰街吵闹", "category", "noise"));
        handling.dispatch(matter.number());
        int unit = handling.unit("jz-cg");

        assertThat(found(office, "丁辰街")).contains(matter.number(), other.number());
        assertThat(found(office, "丁辰街", "&category=roads&list=task&state=dispatched&place=421002&unit=" + unit))
                .containsExactly(matter.number());
        assertThat(found(office, "丁辰街", "&since=2026-03-03&until=2099-01-01&channel=web&category=noise"))
                .containsExactly(other.number());
        assertThat(found(office, "丁辰街", "&until=2001-01-01")).isEmpty();
        assertThat(found(office, "丁辰街", "&place=421003")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            raised.add(handling.raise("戊巳坡第" + i + "件").number());
        }

        List<String> found = new ArrayList<>();
        Answer page = office.get("/api/v1/search?limit=3&q=" + encode("戊巳坡"));
        while (true) {
            found.addAll(page.body().findValuesAsString("number"));
            if (page.body().path("next").isNull()) {
                break;
            }
            page = office.get(page.text("next"));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(raised);
    }

    @Test
    void a_number_leads_to_its_matter() {
        Raised matter = handling.raise("己午路灯不亮");

        assertThat(Visitor.location(Visitor.to(app).get("/search?q=" + matter.number())))
                .isEqualTo("/m/" + matter.number());
        assertThat(found(office, matter.number())).containsExactly(matter.number());
    }

    @Test
    void nobody_finds_by_words_that_are_not_public() {
        Raised matter = handling.raise(Map.of(
                "title", "庚未巷积水",
                "description", "我叫欧阳小芳，电话13955557777，请尽快处理。",
                "where", "庚未巷辛亥宅",
                "raiser-name", "壬子癸"));
        Raised closed = handling.raise(Map.of("title", "庚未院的事", "confidential", true));

        assertThat(found(office, "13955557777")).containsExactly(matter.number());
        assertThat(found(office, "辛亥宅")).containsExactly(matter.number());
        assertThat(found(office, "庚未院")).containsExactly(closed.number());
        for (Caller other : List.of(nobody, Caller.of(app, "resident"))) {
            assertThat(found(other, "庚未巷")).containsExactly(matter.number());
            for (String words : List.of("13955557777", "7777 庚未巷", "欧阳小芳 庚未巷", "辛亥宅", "庚未院", "壬子癸")) {
                assertThat(found(other, words)).as(words).isEmpty();
            }
        }
        assertThat(found(office, "壬子癸")).as("what is sealed is found by nobody").isEmpty();
    }

    @Test
    void staff_find_within_their_reach_alone() {
        Raised matter = handling.raise(Map.of("title", "辛申塘的事", "confidential", true));

        assertThat(found(office, "辛申塘")).containsExactly(matter.number());
        for (String other : List.of("jzq-hotline.d", "chengguan", "leader", "admin")) {
            assertThat(found(Caller.of(app, other), "辛申塘")).as(other).isEmpty();
        }
    }

    @Test
    void the_unit_complained_of_finds_by_no_word_that_tells_who_complained() {
        Raised matter = handling.raise(Map.of(
                "title", "壬酉渠执法粗暴",
                "description", "当天的人员态度恶劣。我叫王小明，电话13966668888。",
                "where", "壬酉渠末端小屋",
                "complained-of", handling.unit("jz-cg")));
        handling.dispatch(matter.number());
        Caller unit = Caller.of(app, "chengguan");

        assertThat(found(unit, "壬酉渠 态度恶劣")).containsExactly(matter.number());
        for (String words : List.of("13966668888", "王小明 壬酉渠", "末端小屋")) {
            assertThat(found(office, words)).as(words).containsExactly(matter.number());
            assertThat(found(unit, words)).as(words).isEmpty();
            assertThat(found(Caller.of(app, "leader"), words)).as(words).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "' or 1=1 --", "& | ! <->", ":*", "😀😀", "\u0000", "a\\'b:*&(", "“”", "   "})
    void whatever_is_typed_has_a_clear_answer(String typed) {
        for (Visitor reader : List.of(Visitor.to(app), Visitor.signedIn(app, "chaoyang"))) {
            assertThat(reader.get("/search?q=" + encode(typed)).statusCode()).isIn(200, 400, 422);
        }
    }

    @Test
    void too_long_and_unknown_questions_are_refused_by_name() {
        assertThat(office.get("/api/v1/search?q=" + encode("路灯".repeat(60))).text("type"))
                .isEqualTo("/problems/search-too-long");
        assertThat(office.get("/api/v1/search?q=x&list=secret").text("parameter"))
                .isEqualTo("list");
        assertThat(nobody.get("/api/v1/search?q=x&channel=web").text("parameter"))
                .isEqualTo("channel");
        for (String wrong :
                List.of("place=9", "unit=x", "since=soon", "category=none", "after=!", "after=1.1.1.1.1.1")) {
            assertThat(office.get("/api/v1/search?q=x&" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void what_was_said_is_shown_marked_and_cannot_act() {
        handling.raise(Map.of("title", "丑未<b>桥</b>", "description", "<script>alert(1)</script>丑未桥边垃圾成堆"));

        String page = Visitor.to(app).get("/search?q=" + encode("丑未 垃圾")).body();

        assertThat(page)
                .contains("<mark>丑未</mark>", "<mark>垃圾</mark>", "script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<b>桥");
    }

    @Test
    void what_one_looked_for_is_offered_to_oneself_again() {
        handling.raise("寅申阁电梯停运");
        Visitor clerk = Visitor.signedIn(app, "chaoyang");
        clerk.get("/search?q=" + encode("寅申阁 电梯"));

        assertThat(clerk.get("/search/suggestions?q=" + encode("寅申")).body()).contains("寅申阁 电梯");
        assertThat(Visitor.signedIn(app, "shashi")
                        .get("/search/suggestions?q=" + encode("寅申"))
                        .body())
                .doesNotContain("电梯");
        assertThat(clerk.get("/search/suggestions?q=" + encode("噪声")).body()).contains("/search?category=noise");
    }

    private List<String> found(Caller caller, String words) {
        return found(caller, words, "");
    }

    private List<String> found(Caller caller, String words, String filters) {
        Answer answer = caller.get("/api/v1/search?q=" + encode(words) + filters);
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body().path("items").findValuesAsString("number");
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
