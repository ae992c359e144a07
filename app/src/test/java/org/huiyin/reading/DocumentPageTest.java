package org.huiyin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Documents read in at the desk: nothing enters unconfirmed, nothing twice. */
class DocumentPageTest {

    private static final String HOME = "/desk/documents";

    private final TestApp app = TestApp.start();
    private final Visitor clerk = Visitor.signedIn(app, "chaoyang");

    /** A text of its own for each test; its sentences stand in no other. */
    private static String text(String project) {
        return "2025年5月16日\n\n" + project + "项目推进会纪要\n\n"
                + "会议强调，要加快" + project + "项目建设，倒排工期，挂图作战。" + project + "项目总投资3.6亿元，同比增长5.5%。"
                + "市住建局表示，确保" + project + "项目明年6月底前建成投用。\n";
    }

    private static String unique() {
        return "石榴"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("[^a-f]", "")
                        .chars()
                        .mapToObj(sign -> "桥园路井泉塘".substring(sign - 'a', sign - 'a' + 1))
                        .reduce("", String::concat);
    }

    @Test
    void a_promise_becomes_a_matter_once_and_its_sentence_goes_along() throws Exception {
        String project = unique();
        long before = matters();
        String document = Visitor.location(upload("纪要.txt", text(project).getBytes(StandardCharsets.UTF_8)));
        String review = clerk.get(document).body();

        assertThat(matters()).as("nothing enters unconfirmed").isEqualTo(before);
        assertThat(review).contains("<mark>", project + "项目明年6月底前建成投用", "6月30日", "3.6亿元", "360,000,000 CNY");
        String action = item(review, "/matter", project + "项目明年6月底前建成投用");
        String token = clerk.formToken(document);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<HttpResponse<String>> one = () -> clerk.postForged(action, Map.of("_csrf", token));
            for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(one, one))) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
            }
        }

        assertThat(matters()).isEqualTo(before + 1);
        String number = found("/desk/matters/(\\d+)\"", clerk.get(document).body());
        assertThat(clerk.get("/desk/matters/" + number).body())
                .contains("原文：", project + "项目明年6月底前建成投用", "时限：2026-06-30", "文件入单", document);
    }

    @Test
    void minutes_become_decisions_of_a_meeting_unless_somebody_chooses_otherwise() throws Exception {
        String project = unique();
        String minutes = Visitor.location(upload("纪要.txt", text(project).getBytes(StandardCharsets.UTF_8)));
        String other = unique();
        String chosen = Visitor.location(upload("会议.txt", text(other).getBytes(StandardCharsets.UTF_8)));

        byte[] silent = ("市政府第9次常务会议纪要\n2026年3月1日\n会议听取了汇报。" + unique()).getBytes(StandardCharsets.UTF_8);
        String empty = Visitor.location(upload("空纪要.txt", silent));
        assertThat(clerk.get(empty).body()).contains("没有读出议定事项");
        assertThat(clerk.get(minutes).body()).contains("登记到“督查督办”").doesNotContain("没有读出");
        String first = item(clerk.get(minutes).body(), "/matter", project + "项目明年6月底前建成投用");
        clerk.post(minutes, first, Map.of());
        String second = item(clerk.get(chosen).body(), "/matter", other + "项目明年6月底前建成投用");
        assertThat(clerk.post(chosen, second, Map.of("programme", "disputes")).statusCode())
                .as("which takes in no minutes")
                .isEqualTo(422);
        clerk.post(chosen, second, Map.of("programme", "three-lists"));

        assertThat(programme(project)).isEqualTo("decisions by 2026-06-30");
        assertThat(programme(other)).isEqualTo("three-lists");
    }

    private String programme(String project) {
        return app.bean(JdbcClient.class)
                .sql(
                        "select m.programme || coalesce(' by ' || (select s.fields ->> 'finish-on' from step s where s.matter_id = m.id and s.seq = 1), '') from matter m join read_item i on i.matter_id = m.id where i.source like :project")
                .param("project", "%" + project + "%")
                .query(String.class)
                .single();
    }

    @Test
    void a_figure_is_kept_as_corrected_in_a_table_of_its_own() throws Exception {
        String project = unique();
        String document = Visitor.location(upload("纪要.txt", text(project).getBytes(Charset.forName("GB18030"))));
        String review = clerk.get(document).body();
        String action = item(review, "/value", "3.6亿元");

        var wrong = clerk.post(document, action, Map.of("title", "总投资", "amount", "很多", "unit", "CNY"));
        var right = clerk.post(document, action, Map.of("title", "计划总投资", "amount", "360,000,000", "unit", "CNY"));
        clerk.post(document, action, Map.of("title", "再来一次", "amount", "1", "unit", "CNY"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("数值只写数字", "很多");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(app.bean(JdbcClient.class)
                        .sql("select name || ' ' || amount || ' ' || unit || ' ' || compared from read_figure f"
                                + " join read_item i on i.id = f.item_id where i.source like :project")
                        .param("project", "%" + project + "%")
                        .query(String.class)
                        .list())
                .containsExactly("计划总投资 360000000 CNY 5.5");
    }

    @Test
    void reading_again_adds_nothing_twice_and_what_was_dropped_can_be_taken_back() throws Exception {
        String project = unique();
        byte[] file = text(project).getBytes(StandardCharsets.UTF_8);
        String document = Visitor.location(upload("一.txt", file));
        long items = items(project);

        String again = Visitor.location(upload("二.txt", file));
        String other = Visitor.location(
                upload("三.txt", (text(project) + "\n另有一句不同的话，没有数字。\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(again).isEqualTo(document);
        assertThat(other).isNotEqualTo(document);
        assertThat(items).isPositive();
        assertThat(items(project)).as("the same words of another file").isEqualTo(items);
        String drop = item(clerk.get(document).body(), "/dismissal", project + "项目明年6月底前建成投用");
        assertThat(clerk.post(document, drop, Map.of()).statusCode()).isEqualTo(303);
        assertThat(clerk.get(document).body()).contains("已舍弃", "拿回来");
        String raise = drop.replace("/dismissal", "/matter");
        long before = matters();
        clerk.post(document, raise, Map.of());
        assertThat(matters()).as("what was dropped becomes no matter").isEqualTo(before);
        clerk.post(document, drop.replace("/dismissal", "/return"), Map.of());
        clerk.post(document, raise, Map.of());
        assertThat(matters()).isEqualTo(before + 1);
        clerk.post(document, document + "/dismissal", Map.of());
        assertThat(clerk.get(HOME).body()).contains("已核对完");
    }

    @Test
    void other_units_see_nothing_of_it_and_bad_files_are_refused_in_words() throws Exception {
        String document = Visitor.location(upload("纪要.txt", text(unique()).getBytes(StandardCharsets.UTF_8)));
        Visitor other = Visitor.signedIn(app, "shashi-duban");

        assertThat(other.get(document).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(app, "zhujian").get(HOME).statusCode()).isEqualTo(403);
        assertThat(upload("空.txt", new byte[0]).body()).contains("文件是空的");
        var english = upload("a.txt", "Only English stands here.".getBytes(StandardCharsets.UTF_8));
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body()).contains("只读中文");
        assertThat(upload("x.pdf", "%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("文件损坏");
        assertThat(clerk.get(document + "?change=999999").statusCode()).isEqualTo(200);
    }

    @Test
    void programs_hand_documents_in_and_see_what_was_found() throws Exception {
        String project = unique();

        HttpResponse<String> answer =
                upload("/api/v1/documents", "纪要.txt", text(project).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> refused = upload("/api/v1/documents", "空.txt", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("document-not-read", "文件是空的");
        String id = found("\"id\":(\\d+)", answer.body());
        assertThat(clerk.get("/api/v1/documents/" + id).body())
                .contains("\"amount\":\"360000000\"", "\"due\":\"2026-06-30\"", "\"state\":\"draft\"");
        assertThat(clerk.get("/api/v1/documents").body()).contains("纪要.txt");
    }

    @Test
    void programs_decide_on_what_they_saw_and_once_under_a_key() throws Exception {
        String project = unique();
        HttpResponse<String> read =
                upload("/api/v1/documents", "纪要.txt", text(project).getBytes(StandardCharsets.UTF_8));
        String home = "/api/v1/documents/" + found("\"id\":(\\d+)", read.body());
        Caller program = Caller.of(app, "chaoyang");
        JsonNode promise = found(program, home, "promise");
        JsonNode figure = found(program, home, "figure");
        String raise = home + "/items/" + promise.path("id").asLong();
        long before = matters();

        int late = decide(program, raise + "/matter", "\"9\"", "a").status();
        Answer once = decide(program, raise + "/matter", "\"1\"", "b");
        Answer again = decide(program, raise + "/matter", "\"1\"", "b");
        int dropped = decide(program, raise + "/dismissal", "*", "c").status();
        Answer value = decide(program, home + "/items/" + figure.path("id").asLong() + "/value", "\"1\"", "d");

        assertThat(late).isEqualTo(412);
        assertThat(once.status()).as(String.valueOf(once.body())).isEqualTo(200);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(matters()).isEqualTo(before + 1);
        assertThat(dropped).as("it is a matter already").isEqualTo(409);
        assertThat(value.text("state")).isEqualTo("confirmed");
        assertThat(decide(Caller.of(app, "shashi-duban"), raise + "/dismissal", "*", "e")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.get(HOME).body()).contains("到期节点", "/desk/matters/" + once.text("matter"), "时限6月30日");
    }

    private static JsonNode found(Caller program, String home, String kind) {
        for (JsonNode item : program.get(home).body().path("items")) {
            if (item.path("kind").asString().equals(kind)) {
                return item;
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static Answer decide(Caller program, String path, String seen, String key) {
        return program.send(program.request(path)
                .header("If-Match", seen)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> upload(String name, byte[] content) throws IOException {
        return upload(HOME, name, content);
    }

    private HttpResponse<String> upload(String path, String name, byte[] content) throws IOException {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + clerk.formToken(HOME)
                        + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return clerk.send(HttpRequest.newBuilder(app.at(path))
                .header("X-CSRF-TOKEN", clerk.formToken(HOME))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The action of the item whose marked words hold these. */
    private static String item(String page, String end, String words) {
        for (String part : page.split("<article class=\"read-item")) {
            String marked =
                    part.contains("<mark>") ? part.substring(part.indexOf("<mark>"), part.indexOf("</mark>")) : "";
            Matcher action = Pattern.compile("action=\"(/desk/documents/\\d+/items/\\d+)/(matter|value)\"")
                    .matcher(part);
            if (marked.contains(words)
                    && action.find()
                    && (end.equals("/dismissal") || end.endsWith(action.group(2)))) {
                return action.group(1) + end;
            }
        }
        throw new AssertionError(words + " is not on the page");
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private long items(String project) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from read_item where source like :project")
                .param("project", "%" + project + "%")
                .query(Long.class)
                .single();
    }

    private long matters() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from matter")
                .query(Long.class)
                .single();
    }
}
