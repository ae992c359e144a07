package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class OpenBoardTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void unit_state_and_day_narrow_the_list() {
        Raised matter = handling.raise("路灯不亮申酉戌");
        handling.dispatch(matter.number());
        String today = "2026-03-03";

        assertThat(visitor.get("/board?list=task&unit=jz-cg").body()).contains(matter.number());
        assertThat(visitor.get("/board?list=task&unit=jz-zj").body()).doesNotContain(matter.number());
        assertThat(visitor.get("/board?list=task&state=dispatched").body()).contains(matter.number());
        assertThat(visitor.get("/board?list=task&state=in-hand").body()).doesNotContain(matter.number());
        assertThat(visitor.get("/board?list=task&to=2026-03-02").body()).doesNotContain(matter.number());
        assertThat(visitor.get("/board?list=task&q=" + encoded("申酉戌") + "&from=" + today)
                        .body())
                .contains(matter.number());
    }

    @Test
    void programs_narrow_the_list_as_the_page_does_and_page_through_all_of_it() {
        Raised matter = handling.raise("路灯不亮子午卯");
        handling.dispatch(matter.number());
        Caller program = Caller.nobody(app);
        String rows = "/api/v1/board/matters?list=task&from=2026-03-01&place=" + Handling.PLACE.substring(0, 9);

        assertThat(program.get(rows + "&unit=jz-cg&state=dispatched").body().toString())
                .contains(matter.number());
        assertThat(program.get(rows + "&unit=jz-zj").body().toString()).doesNotContain(matter.number());
        assertThat(program.get(rows + "&state=in-hand").body().toString()).doesNotContain(matter.number());
        assertThat(program.get("/api/v1/board/matters?list=task&to=2026-03-02")
                        .body()
                        .toString())
                .doesNotContain(matter.number());
        for (String parameter : new String[] {"list", "place", "category", "unit", "state", "from", "to", "after"}) {
            Answer refused = program.get("/api/v1/board/matters?" + parameter + "=~x");
            assertThat(refused.status()).as(parameter).isEqualTo(400);
            assertThat(refused.text("parameter")).isEqualTo(parameter);
        }
    }

    @Test
    void no_matter_is_missing_or_twice_on_the_pages_programs_turn() {
        for (int i = 0; i < 25; i++) {
            handling.raise("翻页酉戌亥第" + i + "件");
        }
        Caller program = Caller.nobody(app);
        List<String> titles = new ArrayList<>();
        String next = "/api/v1/board/matters?from=2026-03-01&q=" + encoded("翻页酉戌亥");
        while (!next.isEmpty()) {
            Answer page = program.get(next);
            page.body()
                    .path("items")
                    .forEach(one -> titles.add(one.path("title").asString("")));
            next = page.text("next");
        }

        assertThat(titles).doesNotHaveDuplicates().hasSize(25);
    }

    @Test
    void conditions_nobody_knows_are_refused_in_the_readers_language() {
        for (String odd : new String[] {
            "/board?unit=nobody",
            "/board?state=x",
            "/board?list=task&state=raised",
            "/board?from=yesterday",
            "/board?to=99999-01-01",
            "/board/answers?before=x",
            "/board/answers?place=999",
            "/board/instruments?kind=x",
            "/board/instruments?before=-1",
            "/board/matters.atom?place=999",
            "/board/answers.atom?unit=nobody",
            "/board/matters.atom?colour=red"
        }) {
            HttpResponse<String> refused = visitor.send(HttpRequest.newBuilder(app.at(odd))
                    .header("Accept", "text/html")
                    .header("Accept-Language", "en"));

            assertThat(refused.statusCode()).as(odd).isEqualTo(422);
            assertThat(refused.body()).as(odd).contains("There is no such filter");
        }
        for (String none :
                new String[] {"/board/rankings/99999", "/board/rankings/x", "/board/rankings/1/figure?unit=a"}) {
            assertThat(visitor.get(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void an_answer_stands_among_the_latest_with_its_words() {
        Raised matter = handling.raise("园林路路灯亥子丑");
        handling.answer(matter.number());

        assertThat(visitor.get("/board/answers?unit=jz-cg").body()).contains(matter.number(), "路灯线路已更换", "亥子丑");
        assertThat(visitor.get("/board/answers?category=noise").body()).doesNotContain(matter.number());
    }

    @Test
    void an_answer_kept_between_unit_and_raiser_is_told_without_its_words() {
        Raised matter = handling.raise(Map.of("title", "低保申请寅卯辰", "category", "civil-affairs"));
        answerAs(matter.number(), "civil-affairs");

        String answers = visitor.get("/board/answers?category=civil-affairs").body();
        assertThat(answers).contains(matter.number()).doesNotContain("路灯线路已更换").contains("只告诉反映人");
        assertThat(visitor.get("/board/answers.atom?category=civil-affairs").body())
                .contains("低保申请寅卯辰")
                .doesNotContain("路灯线路已更换");
    }

    @Test
    void an_answer_to_a_confidential_matter_stands_nowhere() {
        Raised matter = handling.raise(Map.of("title", "巳午未的事", "confidential", true));
        handling.answer(matter.number());

        for (String path :
                new String[] {"/board/answers", "/board/answers.atom", "/board/matters.atom", "/board/instruments"}) {
            assertThat(visitor.get(path).body())
                    .as(path)
                    .doesNotContain(matter.number())
                    .doesNotContain("巳午未");
        }
    }

    @Test
    void the_answers_follow_from_the_steps() throws Exception {
        handling.answer(handling.raise("路灯不亮").number());

        assertThat(Examination.of(app))
                .filteredOn(difference -> difference.table().equals("public_answer"))
                .isEmpty();
    }

    private void answerAs(String number, String category) {
        Caller dispatcher = Caller.of(app, "chaoyang");
        dispatcher.step(
                number,
                "dispatch",
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", category, "urgency", "normal"));
        Caller handler = Caller.of(app, "chengguan");
        Map<String, Object> words = Map.of("answer", "路灯线路已更换，照片附后。", "outcome", "solved");
        handler.step(number, "sign", Map.of());
        handler.step(number, "conclude", words, handler.upload("灯.jpg", Handling.photo()));
        Caller.of(app, "chengguan-head").step(number, "review", Map.of("verdict", "pass"));
        assertThat(handler.step(number, "answer", words).status()).isEqualTo(200);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
