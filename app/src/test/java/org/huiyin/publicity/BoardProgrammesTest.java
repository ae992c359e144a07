package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board of a city in which several mechanisms live. */
class BoardProgrammesTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);
    private final Caller program = Caller.nobody(app);

    private String begun(String programme, String step, Map<String, Object> changed) {
        Actor resident = app.bean(Actors.class).everybody().stream()
                .filter(actor -> !actor.staff())
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = new HashMap<>(Map.of("place", Handling.PLACE));
        fields.putAll(changed);
        Outcome outcome = app.bean(Desk.class)
                .perform(StepRequest.begin(
                        programme,
                        step,
                        resident,
                        fields,
                        List.of(),
                        UUID.randomUUID().toString()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).receipt().number().toString();
    }

    private String found(String title) {
        return begun("rectification", "find", Map.of("title", title, "category", "safety"));
    }

    @Test
    void a_matter_stands_under_its_own_mechanism_and_no_other() {
        String number = found("消防通道堵塞申子辰");

        assertThat(visitor.get("/board?programme=rectification").body()).contains(number, "申子辰", "整改清单");
        assertThat(visitor.get("/board?list=problem").body()).doesNotContain(number);
        assertThat(visitor.get("/board/matters.atom?programme=rectification").body())
                .contains("申子辰");
        assertThat(visitor.get("/board/matters.atom").body()).doesNotContain("申子辰");
        assertThat(program.get("/api/v1/board/matters?programme=rectification")
                        .body()
                        .toString())
                .contains(number);
        assertThat(visitor.get("/board/embed?programme=rectification&list=found")
                        .body())
                .contains("申子辰", "整改清单");
        assertThat(visitor.get("/board?programme=rectification&category=safety&place=421002&q="
                                + java.net.URLEncoder.encode("申子辰", java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains(number);
    }

    @Test
    void what_nobody_may_read_is_counted_and_neither_listed_nor_called_by_its_title() {
        String number = begun(
                "petitions",
                "petition",
                Map.of("title", "拆迁补偿巳酉丑", "description", "多次反映没有结果，请求依法核定。", "category", "request"));

        app.clock().forward(Duration.ofSeconds(3));
        String board = visitor.get("/board?programme=petitions").body();

        assertThat(board).contains("只公布件数").doesNotContain(number, "巳酉丑");
        assertThat(count("petitions")).isPositive();
        assertThat(visitor.get("/m/" + number).body()).doesNotContain("巳酉丑");
        assertThat(visitor.get("/board/matters.atom?programme=petitions").body())
                .doesNotContain("巳酉丑");
        assertThat(visitor.get("/search?q="
                                + java.net.URLEncoder.encode("拆迁补偿巳酉丑", java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .doesNotContain(number);
        assertThat(app.bean(org.huiyin.matter.MatterLookup.class)
                        .find(org.huiyin.matter.MatterNumber.parse(number))
                        .orElseThrow()
                        .publicTitle())
                .as("whatever shows it shows what sort it is")
                .isEqualTo("信访事项");
        assertThat(program.get("/api/v1/board/matters?programme=petitions&list=received")
                        .body()
                        .toString())
                .doesNotContain(number);
    }

    @Test
    void the_counts_of_all_mechanisms_add_up_and_each_leads_to_its_lists() {
        handling.raise("路灯不亮亥卯未");
        found("窨井盖缺失亥卯未");
        app.clock().forward(Duration.ofSeconds(3));

        Answer counts = program.get("/api/v1/board");
        long raised = 0;
        for (var one : counts.body().path("programmes")) {
            long lists = 0;
            for (var list : one.path("lists")) {
                lists += list.asLong();
            }
            assertThat(lists).isEqualTo(one.path("raised").asLong());
            assertThat(lists).isEqualTo(count(one.path("programme").asString("")));
            raised += lists;
        }
        String board = visitor.get("/board").body();
        var sum = Pattern.compile("所有机制合计 ([0-9,]+) 件").matcher(board);

        assertThat(sum.find()).isTrue();
        assertThat(Long.parseLong(sum.group(1).replace(",", "")))
                .isEqualTo(raised)
                .isEqualTo(app.bean(JdbcClient.class)
                        .sql("select count(*) from matter")
                        .query(Long.class)
                        .single());
        assertThat(board).contains("/board?programme=rectification&amp;list=found");
        assertThat(app.bean(Conservation.class).count().byProgramme()).containsKeys("three-lists", "rectification");
        assertThat(app.bean(Conservation.class).count().same()).isTrue();
    }

    @Test
    void a_mechanism_a_list_or_a_category_of_another_is_refused() {
        for (String odd : new String[] {
            "/board?programme=nobody", "/board?programme=rectification&list=problem",
            "/board?programme=rectification&category=roads", "/board?list=found"
        }) {
            assertThat(visitor.get(odd).statusCode()).as(odd).isEqualTo(422);
        }
        Answer refused = program.get("/api/v1/board/matters?programme=~x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("parameter")).isEqualTo("programme");
    }

    private long count(String programme) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from matter where programme = :programme")
                .param("programme", programme)
                .query(Long.class)
                .single();
    }
}
