package org.huiyin.raiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Anonymising;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/**
 * Everything that can be written about matters is, with words that stand nowhere else; then they are anonymised, and the whole database is
 * looked through for these words, table by table, as text and as bytes.
 */
class ForgottenEverywhereTest {

    private static final String MARK = "璇玑鹣鲽";
    private static final String PHONE = "13977778642";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, Object> DISPATCHED =
            Map.of("kind", "help", "category", "roads", "urgency", "normal", "goal", MARK, "measures", MARK);

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final JdbcClient database = APP.bean(JdbcClient.class);
    private final Handling handling = new Handling(APP);
    private final Caller office = Caller.of(APP, "chaoyang");
    private final Visitor clerk = Visitor.signedIn(APP, "chaoyang");
    private final Caller supervisor = Caller.of(APP, "duban");

    @Test
    void nothing_anybody_wrote_is_left_in_any_table() throws Exception {
        HttpServer receiver = echo();
        subscribe(receiver);
        String handled = handled();
        Traces.beside(database, MatterNumber.parse(handled).id(), MARK);
        imported();
        foundInADocument();
        foundAtAVisit();
        String words = URLEncoder.encode(MARK, StandardCharsets.UTF_8);
        await().atMost(PATIENCE)
                .until(() -> clerk.get("/search?q=" + words).body().contains(handled));
        assertThat(clerk.get("/sheets/desk.csv?list=to-sign&q=" + words).statusCode())
                .isEqualTo(200);
        List<Long> matters = marked();
        await().atMost(PATIENCE).until(() -> tables().contains("webhook_message"));
        receiver.stop(0);
        assertThat(matters).hasSize(4);
        assertThat(tables())
                .as("it is written wherever it can be")
                .contains("step", "matter", "webhook_message", "circuit_finding", "read_document", "read_item")
                .contains(
                        "instrument",
                        "instrument_answer",
                        "exclusion",
                        "exclusion_act",
                        "callback_attempt",
                        "unsealing")
                .contains("erasure_request", "retention_hold", "attachment", "search_query");

        ended(matters, handled);
        assertThat(APP.bean(Anonymising.class).anonymise(matters, Anonymising.Why.REQUEST))
                .hasSameElementsAs(matters);
        assertThat(tables())
                .as("what somebody looked for is theirs, and goes after a month; files of tables after a day")
                .isSubsetOf("search_query", "sheet_part", "sheet_job");
        APP.clock().forward(Duration.ofDays(31));
        allThatIsDoneByTheClock();

        assertThat(tables()).isEmpty();
        assertThat(Examination.of(APP))
                .filteredOn(one -> Set.of("matter", "step", "clock", "fact", "list_tally", "log_leaf")
                        .contains(one.table()))
                .isEmpty();
    }

    /** Raised with everything a form takes. */
    private String raised() {
        Caller resident = Caller.of(APP, "resident");
        String paper = resident.upload(MARK + ".txt", MARK.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> fields = new HashMap<>(DISPATCHED);
        fields.keySet().retainAll(Set.of("category", "kind"));
        fields.put("title", MARK + "路灯不亮");
        fields.put("description", "我叫" + MARK + "，电话" + PHONE);
        fields.put("place", Handling.PLACE);
        fields.put("where", MARK + "楼三单元");
        fields.put("position", "30.334812,112.254377");
        fields.put("raiser-name", MARK);
        fields.put("raiser-phone", PHONE);
        fields.put("raiser-email", "u" + PHONE + "@example.net");
        Map<String, Object> body = Map.of("fields", fields, "evidence", List.of(paper));
        return done(resident.post("/api/v1/matters", body, Caller.key())).text("number");
    }

    /** Dispatched, returned, dispatched again, urged, and late; answered on paper. */
    private String handled() {
        String number = raised();
        Map<String, Object> lead = new HashMap<>(DISPATCHED);
        lead.put("lead", handling.unit("jz-cg"));
        done(office.post(of(number) + "/unsealing", Map.of("reason", MARK + "核实"), Caller.key()));
        step("chaoyang", number, "dispatch", lead);
        Map<String, Object> ground = Map.of("legal-ground", MARK + "条例第三条", "proposed-unit", handling.unit("ss-zj"));
        step("chengguan", number, "return", ground);
        step("chaoyang", number, "dispatch", lead);
        step("chengguan", number, "note", Map.of("note", MARK + "来过电话"));
        step("duban", number, "urge", Map.of("urge-note", MARK + "催一催"));
        APP.clock().forward(Duration.ofDays(9));
        await().atMost(PATIENCE).until(() -> !instrument(number).isEmpty());
        Caller head = Caller.of(APP, "chengguan-head");
        String proof = head.upload(MARK + ".txt", MARK.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> answer = Map.of("text", MARK + "已经派人", "evidence", List.of(proof));
        done(head.post("/api/v1/instruments/" + instrument(number) + "/answers", answer, Caller.key()));
        return number;
    }

    private static String of(String number) {
        return "/api/v1/matters/" + number;
    }

    /** That Huiyin serves when it is overdue; empty while it did not. */
    private String instrument(String number) {
        return supervisor
                .get("/api/v1/matters/" + number + "/instruments")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }

    private void imported() {
        byte[] table = ("标题,具体情况,所在地,诉求类型,联系电话\r\n" + MARK + "井盖松动,有危险,421002005001,投诉举报," + PHONE + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        String job = Visitor.location(upload("/sheets/imports", "/sheets", Map.of("kind", "matters"), table, "a.csv"));
        settle(job);
        clerk.post(job, job + "/taking", Map.of());
        settle(job);
        byte[] wrong = ("标题,具体情况,所在地\r\n,没有标题," + MARK + "\r\n").getBytes(StandardCharsets.UTF_8);
        settle(Visitor.location(upload("/sheets/imports", "/sheets", Map.of("kind", "matters"), wrong, "b.csv")));
    }

    private void settle(String job) {
        await().atMost(PATIENCE)
                .until(() -> !clerk.get(job + "?part=state").body().contains("hx-get"));
    }

    private void foundInADocument() {
        byte[] text = ("2024年5月16日\n\n项目推进会纪要\n\n会议强调，要加快" + MARK + "建设，倒排工期。市住建局表示，确保该项目明年6月底前建成投用。\n")
                .getBytes(StandardCharsets.UTF_8);
        String document = Visitor.location(upload("/desk/documents", "/desk/documents", Map.of(), text, "c.txt"));
        String page = clerk.get(document).body();
        Matcher item = Pattern.compile("action=\"(/desk/documents/\\d+/items/\\d+/matter)\"")
                .matcher(page);
        assertThat(item.find()).as(page).isTrue();
        clerk.post(document, item.group(1), Map.of());
    }

    private void foundAtAVisit() {
        database.sql("""
                with g as (insert into circuit_group (name, from_day, to_day, account, post, unit, created_at)
                    select '一组', '2026-03-01', '2026-06-01', 1, 1, 1, now() returning id),
                  c as (insert into circuit (group_id, number, from_day, to_day, summary, account, post, created_at)
                    select id, 1, '2026-03-01', '2026-06-01', '', 1, 1, now() from g returning id),
                  v as (insert into circuit_visit (circuit_id, unit, visited_on, people, notes, account, post, recorded_at, key)
                    select id, 1, '2026-03-02', '', '', 1, 1, now(), 'v' from c returning id)
                insert into circuit_finding (visit_id, title, detail, place, settled, account, post, found_at, key, matter_id)
                select v.id, :words, :words, '42100200500101', '', 1, 1, now(), 'f', :m from v
                """)
                .param("words", MARK)
                .param(
                        "m",
                        MatterNumber.parse(handling.raise(MARK + "护栏缺失").number())
                                .id())
                .update();
    }

    private void ended(List<Long> matters, String handled) {
        step("resident", handled, "withdraw", Map.of("withdraw-reason", MARK + "已经修好"));
        Map<String, Object> advice = Map.of("decline-class", "beyond-remit", "advice", MARK + "请拨打110报警");
        matters.stream()
                .map(id -> new MatterNumber(id).toString())
                .filter(number -> !number.equals(handled))
                .forEach(number -> {
                    if (ofMinutes(number)) {
                        step("duban", number, "drop", Map.of("reason", MARK + "不再实施", "approved-by", MARK));
                    } else {
                        step("chaoyang", number, "decline", advice);
                    }
                });
    }

    /** What minutes say becomes a decision, not a matter of the three lists. */
    private boolean ofMinutes(String number) {
        return database.sql("select programme = 'decisions' from matter where id = :id")
                .param("id", MatterNumber.parse(number).id())
                .query(Boolean.class)
                .single();
    }

    private List<Long> marked() {
        return database.sql("select id from matter where title like :words order by id")
                .param("words", "%" + MARK + "%")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private TreeSet<String> tables() {
        return Traces.of(database, MARK, PHONE);
    }

    private static void allThatIsDoneByTheClock() {
        APP.bean(ScheduledAnnotationBeanPostProcessor.class)
                .getScheduledTasks()
                .forEach(task -> task.getTask().getRunnable().run());
    }

    private void subscribe(HttpServer receiver) {
        done(supervisor.post(
                "/api/v1/webhooks",
                Map.of(
                        "name",
                        "接收方",
                        "url",
                        "http://127.0.0.2:" + receiver.getAddress().getPort() + "/hook"),
                Caller.key()));
    }

    /** Refuses everything and says it back. */
    private static HttpServer echo() throws java.io.IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(422, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private HttpResponse<String> upload(
            String path, String form, Map<String, String> fields, byte[] file, String name) {
        return Traces.upload(APP, clerk, path, form, fields, file, name);
    }

    private static void step(String login, String number, String step, Map<String, ?> fields) {
        done(Caller.of(APP, login).step(number, step, fields));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status() / 100).as(answer.body().toString()).isEqualTo(2);
        return answer;
    }
}
