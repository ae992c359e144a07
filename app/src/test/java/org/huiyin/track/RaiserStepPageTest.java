package org.huiyin.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RaiserStepPageTest {

    private static final Map<String, String> BAD = Map.of("contacted", "yes", "solved", "no", "satisfied", "not");
    private static final Map<String, String> GOOD =
            Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied");

    /** A well-formed number that was never given. */
    private static final String NOBODYS = MatterNumber.of(2026, 9_999_999).toString();

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor raiser = Visitor.to(app);
    private Raised matter = new Raised("", "");

    @BeforeEach
    void an_answered_matter() {
        matter = handling.raise("路灯不亮");
        handling.answer(matter.number());
        raiser.get("/m/" + matter.number() + "?code=" + matter.code());
    }

    @Test
    void the_raiser_reads_the_answer_with_its_evidence() {
        String page = raiser.get("/m/" + matter.number()).body();

        assertThat(page).contains("10盏路灯全部恢复照明", "/thumb", "提交评价");
        String thumb = page.replaceAll("(?s).*src=\"(/attachments/[^\"]+/thumb)\".*", "$1");
        assertThat(raiser.get(thumb).statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_is_chosen_before_the_raiser_chooses() {
        assertThat(raiser.get("/m/" + matter.number()).body()).doesNotContain("checked");
    }

    @Test
    void a_bad_rating_begins_another_round() {
        HttpResponse<String> rated = take("rate", 7, BAD);

        assertThat(Visitor.location(rated)).isEqualTo("/m/" + matter.number());
        String page = raiser.get(Visitor.location(rated)).body();
        assertThat(page).contains("反映人评价：没有解决，不满意", "前派给承办单位");
    }

    @Test
    void each_question_left_open_is_told() {
        HttpResponse<String> answer = take("rate", 7, Map.of("solved", "yes"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("rate-contacted-error", "rate-satisfied-error");
    }

    @Test
    void what_happened_in_between_is_told_first() {
        HttpResponse<String> answer = take("rate", 3, GOOD);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("有了新进展");
    }

    @Test
    void a_rating_sent_twice_counts_once() {
        Map<String, String> rating = new HashMap<>(GOOD);
        rating.put("key", UUID.randomUUID().toString());

        take("rate", 7, rating);
        HttpResponse<String> again = take("rate", 7, rating);

        assertThat(Visitor.location(again)).isEqualTo("/m/" + matter.number());
        assertThat(raiser.get("/m/" + matter.number()).body()).containsOnlyOnce("反映人评价：解决了，满意");
    }

    @Test
    void a_forged_step_and_a_step_out_of_turn_are_refused() {
        assertThat(take("erase", 7, Map.of()).body()).contains("没有这个步骤");
        assertThat(take("dispatch", 7, Map.of()).statusCode()).isEqualTo(403);
        take("rate", 7, GOOD);
        assertThat(take("rate", 8, GOOD).statusCode()).isEqualTo(409);
    }

    @Test
    void a_closed_matter_can_be_reopened_for_fifteen_days() {
        take("rate", 7, GOOD);
        assertThat(raiser.get("/m/" + matter.number()).body()).contains("要求重新办理");

        app.clock().forward(Duration.ofDays(16));

        raiser.get("/m/" + matter.number() + "?code=" + matter.code());
        assertThat(raiser.get("/m/" + matter.number()).body()).doesNotContain("要求重新办理");
        HttpResponse<String> late = take("reopen", 8, Map.of("reopen-reason", "又不亮了"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("15天");
    }

    @Test
    void somebody_without_the_code_may_not_act() {
        Visitor stranger = Visitor.to(app);
        HttpResponse<String> answer = stranger.post(
                "/m/" + matter.number(),
                "/m/" + matter.number() + "/steps",
                Map.of("step", "rate", "expected", "7", "solved", "yes"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("请先输入查询码");
    }

    @Test
    void a_number_nobody_bears_is_refused() {
        HttpResponse<String> answer = raiser.post("/m", "/m/" + NOBODYS + "/steps", Map.of("step", "rate"));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> take(String step, int expected, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(Map.of("step", step, "expected", String.valueOf(expected)));
        sent.putAll(fields);
        return raiser.post("/raise", "/m/" + matter.number() + "/steps", sent);
    }
}
