package org.huiyin.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class AlikeTest {

    private static final String PIPE = "中心菜场后门自来水管爆了，水漫到路上，已经两天没有人来修，附近几栋楼都停水。";

    /** A city of its own: among the many matters of other tests these would be few. */
    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final TestApp app = APP;

    @Test
    void a_neighbour_is_shown_what_others_said_and_joins_it() {
        MatterNumber first = raise(Visitor.to(app), Map.of("title", "菜场后门水管爆裂", "description", PIPE));
        Visitor neighbour = Visitor.to(app);

        HttpResponse<String> offered = others(neighbour, "菜场后门水管爆了没人管", PIPE + "请快点派人来。");
        MatterNumber second =
                raise(neighbour, Map.of("title", "菜场后门水管爆了没人管", "description", PIPE, "same-as", first.toString()));

        assertThat(offered.body()).contains(first.toString(), "菜场后门水管爆裂", "文字相同");
        assertThat(matter(second).state()).isEqualTo("merged");
        assertThat(matter(first).merged()).isEqualTo(1);
    }

    @Test
    void what_was_answered_is_not_offered_for_joining_but_can_be_read() {
        String words = "东门桥头井盖翘起一个角，夜里骑车看不见，上周有人摔了，请尽快换一个。";
        Handling handling = new Handling(app);
        String answered = handling.raise(Map.of("title", "东门桥头井盖翘起", "description", words))
                .number();
        Visitor neighbour = Visitor.to(app);
        assertThat(others(neighbour, "东门桥头井盖翘起来了", words).body()).contains("value=\"" + answered + "\"");

        handling.answer(answered);

        assertThat(others(neighbour, "东门桥头井盖翘起来了", words).body())
                .doesNotContain("same-as", "一起办")
                .contains("/m/" + answered, "看答复");
    }

    @Test
    void a_matter_kept_off_the_board_is_neither_offered_nor_joined() {
        String words = "隔壁三楼夜里经常有人打架摔东西，孩子哭得很厉害，担心出事，请不要公开。";
        MatterNumber secret =
                raise(Visitor.to(app), Map.of("title", "邻居家夜里打架", "description", words, "confidential", "true"));
        Visitor other = Visitor.to(app);

        HttpResponse<String> offered = others(other, "邻居家夜里打架", words);
        MatterNumber own = raise(other, Map.of("title", "邻居家夜里打架", "description", words, "same-as", secret.toString()));

        assertThat(offered.body()).doesNotContain(secret.toString());
        assertThat(matter(own).state()).isEqualTo("raised");
        assertThat(matter(secret).merged()).isZero();
    }

    @Test
    void a_wrong_number_loses_nothing() {
        MatterNumber own = raise(
                Visitor.to(app),
                Map.of("title", "桥头护栏断了一截", "description", "孩子上学要从旁边走。", "same-as", "202699999999<script>"));

        assertThat(matter(own).state()).isEqualTo("raised");
    }

    @Test
    void who_dispatches_sees_them_side_by_side_and_merges_those_that_are_ticked() {
        String words = "塔桥路口信号灯一直黄闪，早高峰四个方向抢着走，昨天差点撞到接送孩子的电动车。";
        MatterNumber first = raise(Visitor.to(app), Map.of("title", "塔桥路口信号灯坏了", "description", words));
        MatterNumber second = raise(Visitor.to(app), Map.of("title", "信号灯黄闪两天了", "description", "反映一下：" + words));
        Visitor clerk = Visitor.signedIn(app, "chaoyang");

        assertThat(clerk.get("/desk/alike").body())
                .contains(first + ":1", second + ":1", "合并勾选的")
                .contains("昨天差点撞到");
        assertThat(clerk.get("/desk/matters/" + second).body()).contains("可能重复 1 件");
        assertThat(clerk.get("/desk/matters/" + second + "/alike").body()).contains(first.toString(), "文字相同");
    }

    @Test
    void nobody_compares_what_is_out_of_reach() {
        MatterNumber number = raise(Visitor.to(app), Map.of("title", "巷子里路面塌了", "description", "塌了一个坑。"));

        assertThat(Visitor.signedIn(app, "shuiwu")
                        .get("/desk/matters/" + number + "/alike")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.to(app).get("/desk/matters/" + number + "/alike").statusCode())
                .isIn(302, 303);
    }

    @Test
    void rubbish_is_compared_with_nothing() {
        Visitor visitor = Visitor.to(app);

        assertThat(others(visitor, "　", "").body()).doesNotContain("same-as");
        assertThat(others(visitor, "一".repeat(30_000), "🙂").body()).doesNotContain("same-as");
        assertThat(others(visitor, "路灯不亮了", "\u0000").statusCode()).isEqualTo(400);
        assertThat(visitor.post("/raise", "/raise/others", Map.of("programme", "nothing", "title", "路灯不亮了"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.post(
                                "/raise",
                                "/raise/others",
                                Map.of("programme", "three-lists", "title", "路灯不亮了", "position", "NaN,1e999"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> others(Visitor visitor, String title, String description) {
        return visitor.post(
                "/raise",
                "/raise/others",
                Map.of(
                        "programme",
                        "three-lists",
                        "title",
                        title,
                        "description",
                        description,
                        "place",
                        Handling.PLACE));
    }

    private MatterNumber raise(Visitor visitor, Map<String, String> given) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "programme",
                "three-lists",
                "place",
                Handling.PLACE,
                "key",
                UUID.randomUUID().toString()));
        fields.putAll(given);
        HttpResponse<String> answer = visitor.post("/raise", "/raise", fields);
        assertThat(answer.statusCode()).isEqualTo(303);
        return MatterNumber.parse(Visitor.location(answer).replaceAll("[^0-9]", ""));
    }

    private Matter matter(MatterNumber number) {
        return app.bean(MatterLookup.class).find(number).orElseThrow();
    }
}
