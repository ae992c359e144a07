package org.huiyin.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a group finds at its visits. */
class FindingTest {

    private final TestApp app = TestApp.start();
    private final Shashi town = new Shashi(app);

    @Test
    void it_becomes_a_matter_in_one_tap_and_stands_as_that_matter_does() {
        String circuit = town.begun("二组");
        String visit = town.visited(circuit);
        String photo = Caller.of(app, "chaoyang").upload("现场.jpg", Handling.photo());
        String title = Shashi.unique("深基坑没有护栏");
        Map<String, String> finding = finding(title, "raise");
        finding.put("kept", photo);

        assertThat(town.member
                        .post(visit, visit + "/findings", Map.of("title", "短"))
                        .body())
                .contains("2 到 100 个字", "请选问题所在地");
        var tapped = town.member.post(visit, visit + "/findings", finding);
        assertThat(town.member.post(Shashi.FORM, visit + "/findings", finding).statusCode())
                .isEqualTo(303);

        assertThat(Visitor.location(tapped)).isEqualTo(visit + "#findings");
        String page = town.member.get(visit).body();
        String number = found("/desk/matters/(\\d+)", page);
        assertThat(page.split(title, -1))
                .as("kept once, though it was sent twice")
                .hasSize(2);
        assertThat(page).contains("待派单", "/attachments/" + photo);
        assertThat(town.member.get("/desk/matters/" + number).body()).contains(title, photo, "巡回指导", visit, "第1轮");
        assertThat(town.member.get("/desk/matters/" + number + "?step=dispatch").body())
                .as("the unit visited is proposed first")
                .containsPattern("(?s)<optgroup label=\"[^\"]*\">\\s*<option value=\"" + town.bureau + "\"");
        dispatch(number);
        assertThat(town.member.get(circuit).body()).contains("待签收", "转为事项 1 件", "办理中 1 件");
        assertThat(Visitor.signedIn(app, "zhujian")
                        .get("/desk/matters/" + number)
                        .body())
                .contains("巡回指导")
                .doesNotContain(visit);
    }

    @Test
    void the_report_reckons_from_the_records_on_the_page_and_as_a_word_file() throws IOException {
        String circuit = town.begun("六组");
        String visit = town.visited(circuit);
        String title = Shashi.unique("台账不全[title]{{figures}}");
        town.member.post(visit, visit + "/findings", finding(title, "raise"));
        Map<String, String> settled = finding("灭火器过期", "raise");
        settled.put("settled", "当场更换");
        town.member.post(visit, visit + "/findings", settled);
        town.member.post(Shashi.FORM, circuit + "/summary", Map.of("summary", "总体较好。\n建议加强培训。", "press", "keep"));

        String number = found("/desk/matters/(\\d+)", town.member.get(visit).body());
        String report = town.supervisor.get(circuit + "/report").body();
        String word = document(town.supervisor.bytes(circuit + "/report.docx").body());

        assertThat(report).contains("未走访的单位（1）", "发现问题 2 个：当场整改 1 个，转为事项 1 件", "建议加强培训", "截至", title);
        assertThat(word)
                .contains("台账不全[title]{{figures}}", number, "待派单", "当场更换", "建议加强培训")
                .contains("应走访 2 个单位，已走访 1 个，未走访 1 个", "见了局长", "罗春生")
                .contains("走访情况", "截至")
                .doesNotContainPattern("\\{\\{(?!figures)")
                .doesNotContain("[unit]", "[state]", "[planned]");
        dispatch(number);
        assertThat(document(town.supervisor.bytes(circuit + "/report.docx").body()))
                .contains("待签收")
                .doesNotContain("待派单");
    }

    @Test
    void two_members_who_tap_at_once_make_one_matter() throws Exception {
        String circuit = town.begun("三组");
        String visit = town.visited(circuit);
        town.member.post(visit, visit + "/findings", finding("消防通道堵塞", "keep"));
        String action = found(
                "(/desk/circuit-findings/\\d+/matter)", town.member.get(visit).body());
        long before = matters();
        String token = town.member.formToken(Shashi.FORM);
        String other = town.supervisor.formToken(Shashi.FORM);

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<HttpResponse<String>> one = () -> town.member.postForged(action, Map.of("_csrf", token));
            Callable<HttpResponse<String>> two = () -> town.supervisor.postForged(action, Map.of("_csrf", other));
            for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(one, two))) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
            }
        }

        assertThat(matters()).isEqualTo(before + 1);
        assertThat(town.member
                        .post(Shashi.FORM, action.replace("/matter", "/settlement"), Map.of("settled", "已清理"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.member.get(visit).body()).doesNotContain("已清理");
    }

    @Test
    void a_finding_is_raised_under_the_mechanism_that_takes_it_in() {
        String visit = town.visited(town.begun("七组"));
        String title = Shashi.unique("市场后门消防通道堵塞");
        town.member.post(visit, visit + "/findings", finding(title, "keep"));
        String page = town.member.get(visit).body();
        String action = found("(/desk/circuit-findings/\\d+/matter)", page);

        assertThat(page).contains("专项整治").doesNotContain("<option value=\"petitions\"");
        assertThat(town.member
                        .post(visit, action, Map.of("programme", "petitions"))
                        .statusCode())
                .isEqualTo(403);
        town.member.post(visit, action, Map.of("programme", "rectification"));

        assertThat(app.bean(JdbcClient.class)
                        .sql("select programme from matter where title = :title")
                        .param("title", title)
                        .query(String.class)
                        .single())
                .isEqualTo("rectification");
        assertThat(town.member.get(visit).body()).contains("待交办");
    }

    private static Map<String, String> finding(String title, String press) {
        return new HashMap<>(Map.of(
                "title",
                title,
                "place",
                Handling.PLACE,
                "press",
                press,
                "key",
                UUID.randomUUID().toString()));
    }

    private void dispatch(String number) {
        int unit = town.handling.unit("ss-zj");
        var done = Caller.of(app, "chaoyang")
                .step(
                        number,
                        "dispatch",
                        Map.of("lead", unit, "kind", "help", "category", "roads", "urgency", "normal"));
        assertThat(done.status()).isEqualTo(200);
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private long matters() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from matter")
                .query(Long.class)
                .single();
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
}
