package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstrumentPageTest {

    private static final Pattern INSTRUMENT = Pattern.compile("/desk/instruments/(\\d+)");

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor supervisor = Visitor.signedIn(app, "duban");
    private final Visitor handler = Visitor.signedIn(app, "chengguan");
    private final Visitor head = Visitor.signedIn(app, "chengguan-head");

    @Test
    void an_urging_slip_is_read_answered_once_and_shown_on_the_matter() {
        String number = urged("井盖响动");
        String path = newest(handler, number);

        assertThat(handler.get(path).body()).contains("催办单", "督催字〔2026〕第", "井盖响动", "请今天到场", "城市管理");
        assertThat(handler.get("/desk/instruments?kind=urging&state=open").body())
                .contains(path);
        var short1 = handler.post(path, path + "/answer", Map.of("text", "好"));
        assertThat(short1.statusCode()).isEqualTo(422);
        var answered = handler.post(path, path + "/answer", Map.of("text", "已到场，今天下午更换完毕"));
        assertThat(answered.statusCode()).isEqualTo(303);
        var again = handler.postForged(
                path + "/answer", Map.of("text", "再答一次试试", "_csrf", handler.formToken("/desk/inbox?only=unread&t=1")));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(supervisor.get("/desk/matters/" + number).body()).contains("已回复", path);
        assertThat(supervisor.get("/desk/inbox").body()).contains("已到场，今天下午更换完毕");
    }

    @Test
    void a_leader_finds_no_instrument_about_what_is_kept_off_the_board() {
        String number = urge(
                handling.raise(Map.of("title", "井盖响动不公开", "confidential", true)).number());
        String path = newest(handler, number);
        Visitor leader = Visitor.signedIn(app, "leader");

        assertThat(handler.get(path).statusCode()).isEqualTo(200);
        assertThat(leader.get(path).statusCode()).isEqualTo(404);
        assertThat(leader.get("/desk/instruments?kind=urging&state=open").body())
                .doesNotContain(path);
        assertThat(supervisor.get("/desk/instruments?kind=urging&state=open").body())
                .contains(path);
    }

    @Test
    void a_supervisor_serves_the_next_one_with_a_reason_and_no_other() {
        String number = urged("路灯一直不亮");
        String matter = "/desk/matters/" + number;
        String slip = newest(handler, number);

        assertThat(serve(number, "yellow", "等不及了")).contains("还没有回复或到期");
        handler.post(slip, slip + "/answer", Map.of("text", "下周安排，请再等等"));
        assertThat(serve(number, "red", "答复不实")).contains("现在能签发的是黄牌");
        assertThat(serve(number, "yellow", "")).contains("请写明理由");
        assertThat(serve(number, "yellow", "催办回复未兑现")).isEmpty();

        String card = newest(head, number);
        assertThat(head.get(card).body()).contains("黄牌", "催办回复未兑现", "督黄字〔2026〕第");
        assertThat(handler.get(card).body()).contains("由您单位的负责人回复").doesNotContain("name=\"text\"");
        assertThat(handler.post(matter, card + "/answer", Map.of("text", "承办人不能代答"))
                        .statusCode())
                .isEqualTo(403);
        head.post(card, card + "/answer", Map.of("text", "已约施工单位，明日完工"));
        assertThat(supervisor.get(card).body()).contains("已约施工单位，明日完工", "已回复");
    }

    @Test
    void an_answer_brings_its_proof_and_whoever_issued_it_keeps_it_or_asks_again() {
        String number = urged("护栏缺了一段");
        String path = newest(handler, number);
        String photo = Caller.of(app, "chengguan").upload("护栏.jpg", Handling.photo());
        handler.post(path, path + "/answer", Map.of("text", "护栏已报修，下周安装", "kept", photo));
        app.bean(JdbcClient.class)
                .sql("update attachment set held_until = '2020-01-01' where id = :id::uuid")
                .param("id", photo)
                .update();

        assertThat(supervisor.get("/desk/instruments").body()).contains("待审回复", path);
        assertThat(supervisor.get(path).body()).contains("/attachments/" + photo, "认可回复");
        assertThat(supervisor.get("/attachments/" + photo).statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(app, "shuiwu").get("/attachments/" + photo).statusCode())
                .isEqualTo(404);
        assertThat(Visitor.to(app).get("/attachments/" + photo).statusCode()).isEqualTo(404);
        assertThat(judge(supervisor, path, "refused", "好").statusCode()).isEqualTo(422);
        assertThat(handler.post("/desk/inbox", path + "/judgement", Map.of("verdict", "accepted"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(judge(supervisor, path, "refused", "没有写明完成时间").statusCode()).isEqualTo(303);

        assertThat(handler.get(path).body()).contains("未认可", "没有写明完成时间", "待回复", "/attachments/" + photo);
        assertThat(handler.get("/desk/inbox").body()).contains("回复未认可", "没有写明完成时间");
        assertThat(lapsesAt(path)).isEqualTo("2026-03-04 17:30");
        handler.post(path, path + "/answer", Map.of("text", "3月6日前安装完毕"));
        assertThat(judge(supervisor, path, "accepted", "").statusCode()).isEqualTo(303);
        assertThat(supervisor.get(path).body()).contains("已认可", "3月6日前安装完毕").doesNotContain("认可回复");
        assertThat(judge(supervisor, path, "accepted", "").statusCode()).isEqualTo(409);
    }

    @Test
    void nothing_is_asked_again_once_the_matter_is_answered_and_nobody_judges_their_own() {
        var raised = handling.raise("树枝压住电线");
        handling.dispatch(raised.number());
        Caller.of(app, "duban").step(raised.number(), "urge", Map.of("urge-note", "请今天到场"));
        String path = newest(handler, raised.number());
        handler.post(path, path + "/answer", Map.of("text", "明天上午修剪完毕"));
        assertThat(app.bean(Rights.class).own(actor("chengguan-head"))).contains(handling.unit("jz-cg"));
        assertThat(app.bean(Rights.class).own(actor("shashi-duban")))
                .as("a county supervises its bureaus")
                .doesNotContain(handling.unit("ss-zj"));
        Caller.of(app, "chengguan").step(raised.number(), "sign", Map.of());
        Caller.of(app, "duban")
                .step(
                        raised.number(),
                        "suspend",
                        Map.of("suspend-class", "season", "suspend-reason", "等待停电检修窗口", "review-on", "2026-04-01"));

        var refused = judge(supervisor, path, "refused", "没有写明完成时间");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("不必再退回这份回复");
        assertThat(supervisor.get(path).body()).contains("待审");
    }

    private HttpResponse<String> judge(Visitor who, String path, String verdict, String reason) {
        return who.post("/desk/inbox?only=unread", path + "/judgement", Map.of("verdict", verdict, "reason", reason));
    }

    private Actor actor(String login) {
        return app.bean(Actors.class).everybody().stream()
                .filter(one -> one.account() == account(login))
                .findFirst()
                .orElseThrow();
    }

    private long account(String login) {
        return app.bean(JdbcClient.class)
                .sql("select id from account where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    /** When the instrument that stands lapses, in the city's time. */
    private String lapsesAt(String path) {
        return app.bean(JdbcClient.class)
                .sql(
                        "select to_char(act_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from standing where instrument_id = :id")
                .param("id", Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    @Test
    void nobody_elses_unit_sees_it_and_nobody_else_serves_or_withdraws() {
        String number = urged("垃圾堆满巷口");
        String slip = newest(handler, number);
        Visitor other = Visitor.signedIn(app, "shuiwu");

        assertThat(other.get(slip).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/instruments").body()).doesNotContain("垃圾堆满巷口");
        assertThat(handler.post(slip, slip + "/withdrawal", Map.of("reason", "不想要它"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(handler.post(slip, "/desk/matters/" + number + "/instruments", Map.of("kind", "yellow"))
                        .statusCode())
                .isEqualTo(403);

        supervisor.post(slip, slip + "/withdrawal", Map.of("reason", "已口头说明情况"));
        assertThat(supervisor.get(slip).body()).contains("已撤销", "已口头说明情况");
    }

    @Test
    void it_is_a_word_file_made_from_the_offices_template() throws IOException {
        String number = urged("桥面<b>破损</b>{{kind}}");
        String slip = newest(handler, number);

        var answer = handler.bytes(slip + "/slip.docx");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename*=UTF-8''");
        String document = document(answer.body());
        assertThat(document)
                .contains("催办单", "督催字〔2026〕第", "请今天到场")
                .contains("桥面&lt;b>破损&lt;/b>{{kind}}")
                .doesNotContain("{{number}}", "{{issuer}}", "{{paragraph");
    }

    private static String document(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no word/document.xml");
    }

    private String urged(String title) {
        return urge(handling.raise(title).number());
    }

    private String urge(String number) {
        handling.dispatch(number);
        Caller.of(app, "duban").step(number, "urge", Map.of("urge-note", "请今天到场"));
        return number;
    }

    /** Why it was refused; empty when it was served. */
    private String serve(String number, String kind, String reason) {
        String matter = "/desk/matters/" + number;
        var answer = supervisor.post(matter, matter + "/instruments", Map.of("kind", kind, "reason", reason));
        return answer.statusCode() == 303 ? "" : answer.body();
    }

    private static String newest(Visitor reader, String number) {
        Matcher found = INSTRUMENT.matcher(reader.get("/desk/matters/" + number).body());
        assertThat(found.find()).as("an instrument on the page of " + number).isTrue();
        return found.group();
    }
}
