package org.huiyin.raiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city of its own: its clock goes years ahead. */
class RightsTest {

    private static final TestClock CLOCK = TestClock.at("2026-03-03T09:00");
    private static final TestApp APP = TestApp.another(CLOCK);

    private final JdbcClient database = APP.bean(JdbcClient.class);
    private final Visitor clerk = Visitor.signedIn(APP, "chaoyang");

    @Test
    void a_raiser_takes_along_everything_and_nobody_else_does() {
        Handling.Raised raised = withdrawn();
        clerk.post(desk(raised), desk(raised) + "/unsealing", Map.of("reason", "核实地点"));
        Visitor raiser = holding(raised);

        String page = raiser.get(data(raised)).body();
        String whole = raiser.get(data(raised) + ".json").body();

        assertThat(page).contains("赵小芳", "13800138000", "白云路口东50米", "核实地点");
        assertThat(whole).contains("赵小芳", "13800138000", "我叫王小明", "核实地点", "证明.txt");
        for (Visitor other : List.of(Visitor.to(APP), clerk, Visitor.signedIn(APP, "grid"))) {
            assertThat(other.get(data(raised)).statusCode()).isEqualTo(403);
            assertThat(other.get(data(raised) + ".json").statusCode()).isEqualTo(403);
        }
        assertThat(Visitor.signedIn(APP, "resident").get("/account/data.json").body())
                .contains(raised.number(), "赵小芳");
        assertThat(clerk.get("/account/data.json").body()).doesNotContain(raised.number());
    }

    @Test
    void a_program_takes_along_and_asks_for_erasure_with_the_query_code_alone() {
        Handling.Raised raised = withdrawn();
        Caller nobody = Caller.nobody(APP);
        String path = "/api/v1/matters/" + raised.number();

        var whole = nobody.send(nobody.request(path + "/data").header("Query-Code", raised.code()));
        var asked = nobody.send(nobody.request(path + "/erasure")
                .header("Query-Code", raised.code())
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(whole.body().toString()).contains("赵小芳", "13800138000", "我叫王小明");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body().path("askedAt").isNull()).isFalse();
        assertThat(nobody.get(path + "/data").text("type")).isEqualTo("/problems/code-first");
        assertThat(Caller.of(APP, "chaoyang").get(path + "/data").status()).isEqualTo(403);
        assertThat(holding(raised).get(path + "/data").statusCode())
                .as("what a browser remembers opens nothing to a program")
                .isEqualTo(403);
        Caller staff = Caller.of(APP, "chaoyang");
        assertThat(staff.get("/api/v1/retention").body().path("requests").toString())
                .contains(raised.number());
        String decision = "/api/v1/retention/" + raised.number() + "/decision";
        assertThat(staff.post(decision, Map.of("granted", true, "reason", " "), Caller.key())
                        .status())
                .isEqualTo(422);
        assertThat(staff.post(decision, Map.of("granted", true, "reason", "本人申请，已了结"), Caller.key())
                        .body()
                        .path("erased")
                        .asBoolean())
                .isTrue();
        assertThat(everythingOf(raised)).doesNotContain("赵小芳", "王小明");
    }

    @Test
    void erased_on_request_a_matter_keeps_its_counts_and_proofs_and_nothing_else() throws Exception {
        Handling.Raised raised = withdrawn();
        Visitor raiser = holding(raised);
        String counts = counts();
        assertThat(clerk.post("/desk/retention", decision(raised), Map.of("verdict", "grant", "reason", "没人申请"))
                        .statusCode())
                .isEqualTo(409);

        raiser.post(data(raised), data(raised) + "/erasure", Map.of());
        assertThat(clerk.get("/desk/retention").body()).contains(raised.number());
        var lacking = clerk.post("/desk/retention", decision(raised), Map.of("verdict", "grant", "reason", " "));
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("id=\"r" + raised.number() + "-error\"", "理由要 2 到 200 个字", "同意清除");
        clerk.post("/desk/retention", decision(raised), Map.of("verdict", "grant", "reason", "本人申请，已了结"));

        assertThat(everythingOf(raised)).doesNotContain("赵小芳", "王小明", "13812345678", "白云路口", "证明.txt", "园林路");
        assertThat(raiser.get(data(raised)).body()).contains("已在", "只留下统计和证明").doesNotContain("赵小芳");
        assertThat(Visitor.to(APP).get("/m/" + raised.number()).body())
                .contains("已匿名")
                .doesNotContain("园林路");
        assertThat(counts()).isEqualTo(counts);
        assertThat(Examination.of(APP)).isEmpty();
    }

    @Test
    void what_the_unit_handed_in_is_not_among_what_they_told_us() {
        Handling handling = new Handling(APP);
        Handling.Raised raised = handling.raise(Map.of("title", "白云路口路灯不亮"));
        handling.answer(raised.number());

        String page = holding(raised).get(data(raised)).body();

        assertThat(page).contains("白云路口路灯不亮").doesNotContain("灯.jpg");
    }

    @Test
    void a_refused_request_says_why_and_may_be_made_again() {
        Handling.Raised raised = withdrawn();
        Visitor raiser = holding(raised);
        raiser.post(data(raised), data(raised) + "/erasure", Map.of());

        clerk.post("/desk/retention", decision(raised), Map.of("verdict", "refuse", "reason", "正在复议"));

        assertThat(raiser.get(data(raised)).body()).contains("没有同意", "正在复议", "申请清除我的信息");
        assertThat(everythingOf(raised)).contains("王小明");
    }

    @Test
    void what_is_being_handled_is_erased_only_when_it_ended() {
        Handling.Raised raised = open();
        Visitor raiser = holding(raised);
        raiser.post(data(raised), data(raised) + "/erasure", Map.of());

        clerk.post("/desk/retention", decision(raised), Map.of("verdict", "grant", "reason", "了结后清除"));
        APP.bean(Due.class).anonymise();
        assertThat(everythingOf(raised)).contains("王小明");
        Caller.of(APP, "resident").step(raised.number(), "withdraw", Map.of("withdraw-reason", "不用了"));
        APP.bean(Due.class).anonymise();

        assertThat(everythingOf(raised)).doesNotContain("王小明");
    }

    @Test
    void after_its_time_a_matter_goes_once_unless_it_is_held() throws Exception {
        Handling.Raised over = withdrawn();
        Handling.Raised held = withdrawn();
        clerk.post("/desk/retention", "/desk/retention/holds", Map.of("number", held.number(), "reason", "2026行初12号"));
        assertThat(clerk.get("/desk/retention").body()).contains("2026行初12号");

        CLOCK.forward(Duration.ofDays(5 * 365 - 20));
        Visitor later = Visitor.signedIn(APP, "chaoyang");
        APP.bean(Due.class).anonymise();
        assertThat(everythingOf(over)).contains("王小明");
        assertThat(later.get("/desk/retention").body()).contains(over.number());
        CLOCK.forward(Duration.ofDays(40));
        APP.bean(Due.class).anonymise();
        APP.bean(Due.class).anonymise();

        assertThat(everythingOf(over)).doesNotContain("王小明");
        assertThat(everythingOf(held)).contains("王小明");
        long once = database.sql("select count(*) from anonymised where matter_id = :m and why = 'retention'")
                .param("m", id(over))
                .query(Long.class)
                .single();
        assertThat(once).isEqualTo(1);
        assertThat(Examination.of(APP)).isEmpty();
    }

    @Test
    void the_privacy_page_says_what_the_programme_decides() {
        String page = Visitor.to(APP).get("/privacy").body();

        assertThat(page).contains("密封", "联系电话", "5 年", "我留下的数据");
        assertThat(Visitor.to(APP).get("/").body()).contains("href=\"/privacy\"");
    }

    /** Raised by a resident with an account and a paper, and withdrawn. */
    private Handling.Raised withdrawn() {
        Handling.Raised raised = open();
        assertThat(Caller.of(APP, "resident")
                        .step(raised.number(), "withdraw", Map.of("withdraw-reason", "王小明已经搬走"))
                        .status())
                .isEqualTo(200);
        return raised;
    }

    private static Handling.Raised open() {
        Caller resident = Caller.of(APP, "resident");
        String paper = resident.upload("赵小芳的证明.txt", "身份证另附".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = Map.of(
                "title", "园林路路灯不亮",
                "description", "路灯连续三晚不亮。我叫王小明，电话13812345678。",
                "place", Handling.PLACE,
                "where", "白云路口东50米",
                "category", "roads",
                "kind", "help",
                "raiser-name", "赵小芳",
                "raiser-phone", "13800138000");
        Caller.Answer answer = resident.post(
                "/api/v1/matters",
                Map.of("fields", fields, "evidence", List.of(paper)),
                UUID.randomUUID().toString());
        return new Handling.Raised(answer.text("number"), answer.text("queryCode"));
    }

    private static Visitor holding(Handling.Raised raised) {
        Visitor raiser = Visitor.to(APP);
        raiser.post("/m", "/m", Map.of("number", raised.number(), "code", raised.code()));
        return raiser;
    }

    private String everythingOf(Handling.Raised raised) {
        return database.sql("""
                        select coalesce((select string_agg(s::text, '') from step s where matter_id = :m), '')
                          || coalesce((select m::text from matter m where id = :m), '')
                          || coalesce((select string_agg(m::text, '') from message m where matter_id = :m), '')
                          || coalesce((select string_agg(a.name, '') from attachment a join attachment_use u on u.attachment_id = a.id
                             where u.matter_id = :m), '')
                        """).param("m", id(raised)).query(String.class).single();
    }

    private String counts() {
        return database.sql("select string_agg(t::text, ';' order by t::text) from list_tally t")
                .query(String.class)
                .single();
    }

    private static long id(Handling.Raised raised) {
        return MatterNumber.parse(raised.number()).id();
    }

    private static String data(Handling.Raised raised) {
        return "/m/" + raised.number() + "/data";
    }

    private static String desk(Handling.Raised raised) {
        return "/desk/matters/" + raised.number();
    }

    private static String decision(Handling.Raised raised) {
        return "/desk/retention/" + raised.number() + "/decision";
    }
}
