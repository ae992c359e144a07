package org.huiyin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

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
        assertThat(handler.get(card).body()).doesNotContain("name=\"text\"");
        assertThat(handler.post(matter, card + "/answer", Map.of("text", "承办人不能代答"))
                        .statusCode())
                .isEqualTo(403);
        head.post(card, card + "/answer", Map.of("text", "已约施工单位，明日完工"));
        assertThat(supervisor.get(card).body()).contains("已约施工单位，明日完工", "已回复");
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
        var raised = handling.raise(title);
        handling.dispatch(raised.number());
        Caller.of(app, "duban").step(raised.number(), "urge", Map.of("urge-note", "请今天到场"));
        return raised.number();
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
