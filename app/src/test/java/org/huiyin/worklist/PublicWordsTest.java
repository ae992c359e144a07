package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class PublicWordsTest {

    private static final String WORDS = "我叫赵小芳，巷口三盏路灯坏了一周，晚上看不见路。";

    private final TestApp app = TestApp.start();
    private final Town town = new Town(app);
    private final Visitor anybody = Visitor.to(app);
    private final Visitor clerk = Visitor.signedIn(app, "chaoyang");

    @Test
    void one_press_lets_a_place_be_read_and_another_blanks_words_everywhere_the_public_looks() {
        MatterNumber number = town.raise(Map.of("description", WORDS));
        assertThat(read(number)).contains("我叫赵**").doesNotContain("赵小芳");

        press(number, Map.of("text", "1.description", "release", "2-5"));
        assertThat(read(number)).contains("我叫赵小芳");

        press(number, Map.of("text", "1.description", "words", "赵小芳"));
        press(number, Map.of("text", "1.description", "words", "巷口"));

        assertThat(read(number)).contains("我叫***，**三盏").doesNotContain("赵小芳");
        assertThat(Caller.nobody(app).get("/api/v1/matters/" + number).body().toString())
                .contains("我叫***，**三盏")
                .doesNotContain("赵小芳");
        assertThat(clerk.get("/desk/matters/" + number).body()).contains("已更正公开文字的遮挡");
    }

    @Test
    void the_history_says_which_words_of_which_text_were_meant_as_far_as_the_reader_may_read_them() {
        MatterNumber number =
                town.raise(Map.of("complained-of", (long) town.unit("ss-zj"), "description", "隔壁卖菜的老张头看见了。" + WORDS));
        town.dispatch(number);
        press(number, Map.of("text", "1.description", "words", "卖菜的老张头"));
        String page = "/desk/matters/" + number;

        String seen = clerk.get(page).body();
        String guarded = Visitor.signedIn(app, "zhujian").get(page).body();

        assertThat(seen)
                .contains("第 1 步“反映”的“具体情况”里的“卖菜的老张头”")
                .doesNotContain("1.description", "<dt>起</dt>", "<dt>止</dt>");
        assertThat(guarded).doesNotContain("老张头", "1.description");
    }

    @Test
    void what_was_blanked_in_a_title_is_blanked_on_the_board_and_cannot_be_found_there() {
        String odd = "芒x" + UUID.randomUUID().toString().substring(0, 7);
        MatterNumber number = town.raise(Map.of("title", odd + "家门口路灯不亮"));
        assertThat(anybody.get("/board?q=" + odd).body()).contains(number.toString());

        press(number, Map.of("text", "1.title", "words", odd));

        assertThat(anybody.get("/board?q=" + odd).body()).doesNotContain(number.toString());
        assertThat(read(number)).contains("*********家门口路灯不亮").doesNotContain(odd);
    }

    @Test
    void what_was_taken_down_is_read_nowhere_while_the_reason_and_the_raiser_s_own_words_stay() {
        MatterNumber number = town.raise(Map.of("title", "撤下试验" + UUID.randomUUID(), "description", WORDS));

        town.take("chaoyang", number, "withdraw-publication", Map.of("withdrawal-reason", "文字写到了邻居的病情"));

        String publicly = read(number)
                + Caller.nobody(app).get("/api/v1/matters/" + number).body()
                + anybody.get("/board?place=" + Town.STREET).body();
        assertThat(publicly).contains("文字写到了邻居的病情", "已撤下").doesNotContain("撤下试验", "三盏路灯坏了");
        assertThat(Visitor.signedIn(app, "resident").get("/m/" + number).body()).contains("撤下试验", "赵小芳");
        assertThat(clerk.get("/desk/matters/" + number).body()).contains("撤下试验", "三盏路灯坏了");
    }

    @Test
    void the_unit_complained_of_reads_what_staff_blanked_as_blanks_and_may_not_lift_them() {
        MatterNumber number =
                town.raise(Map.of("complained-of", (long) town.unit("ss-zj"), "description", "隔壁卖菜的老张头看见了。" + WORDS));
        town.dispatch(number);
        press(number, Map.of("text", "1.description", "words", "卖菜的老张头"));
        var unit = Visitor.signedIn(app, "zhujian");
        String page = "/desk/matters/" + number;

        String shown =
                unit.get(page).body() + unit.get("/api/v1/matters/" + number).body();

        assertThat(shown).contains("隔壁******看见了").doesNotContain("老张头", "赵小芳");
        assertThat(unit.get(page + "/public-words").statusCode()).isEqualTo(403);
        assertThat(unit.post(page, page + "/public-words", Map.of("text", "1.description", "release", "0-30"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nonsense_changes_nothing() {
        MatterNumber number = town.raise(Map.of("description", WORDS));
        int version = town.matter(number).version();
        String page = "/desk/matters/" + number + "/public-words";
        for (Map<String, String> sent : java.util.List.of(
                Map.of("text", "1.description", "words", "没有这几个字"),
                Map.of("text", "1.description", "words", " "),
                Map.of("text", "9.description", "words", "赵小芳"),
                Map.of("text", "../..", "release", "0-1"),
                Map.of("text", "1.description", "release", "5-2"),
                Map.of("text", "1.description", "release", "0-999999"),
                Map.of("text", "1.raiser-name", "words", "赵小芳"))) {
            assertThat(clerk.post(page, page, sent).statusCode())
                    .as(sent.toString())
                    .isEqualTo(422);
        }

        assertThat(town.matter(number).version()).isEqualTo(version);
    }

    @Test
    void before_answering_staff_see_what_the_public_will_read() {
        MatterNumber number = town.raise(Map.of());
        town.dispatch(number);
        town.take("zhujian", number, "sign", Map.of());
        String page = "/desk/matters/" + number + "?step=conclude";
        var handler = Visitor.signedIn(app, "zhujian");

        var answer = handler.post(
                page,
                "/desk/matters/" + number + "/steps",
                Map.of(
                        "step",
                        "conclude",
                        "expected",
                        String.valueOf(town.matter(number).version()),
                        "press",
                        "preview",
                        "answer",
                        "已联系住户李晓明，电话13812345678，办公电话0716-8123456。"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("公众看到的样子", "138******78", "0716-8123456");
        assertThat(town.matter(number).state()).isEqualTo("in-hand");
    }

    private String read(MatterNumber number) {
        return anybody.get("/m/" + number).body();
    }

    @Test
    void a_program_corrects_by_the_same_rules() {
        MatterNumber number = town.raise(Map.of("description", WORDS));
        String address = "/api/v1/matters/" + number + "/public-words";
        Caller program = Caller.of(app, "chaoyang");

        String blanked = program.get(address).body().path("texts").toString();
        var released = program.post(address, Map.of("text", "1.description", "release", "2-5"), Caller.key());

        assertThat(blanked).contains("\"kind\":\"name\"", "我叫", "赵小芳");
        assertThat(released.body().path("places").asInt()).isEqualTo(1);
        assertThat(read(number)).contains("我叫赵小芳");
        assertThat(program.post(address, Map.of("text", "1.description", "words", "没有这几个字"), Caller.key())
                        .text("type"))
                .isEqualTo("/problems/nothing-to-blank");
        assertThat(Caller.of(app, "zhujian").get(address).status())
                .as("not on its desk")
                .isIn(403, 404);
    }

    private void press(MatterNumber number, Map<String, String> sent) {
        String page = "/desk/matters/" + number + "/public-words";
        assertThat(clerk.post(page, page, sent).statusCode()).isEqualTo(303);
    }
}
