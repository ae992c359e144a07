package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Anybody objects to how a matter ended; a supervisor decides, in public. */
class ObjectionTest {

    private static final String WORDS = "我住在路口，昨晚三盏路灯有两盏还是不亮，邻居都看见了。";

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void an_objection_goes_to_a_supervisor_and_its_decision_is_public() {
        String number = closed("异议路灯甲");
        assertThat(visitor.get("/m/" + number).body()).contains("/objections/new?matter=" + number);

        HttpResponse<String> sent = object(number, WORDS, Map.of());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(Visitor.location(sent)).isEqualTo("/m/" + number);
        assertThat(visitor.get("/objections").body()).contains(number);
        String open = visitor.get("/m/" + number).body();
        assertThat(open).contains("公示期内收到异议", "有异议待定").doesNotContain("昨晚三盏路灯");
        Caller supervisor = Caller.of(app, "shashi-duban");
        assertThat(supervisor.get("/api/v1/matters/" + number).body().toString())
                .contains("昨晚三盏路灯");

        assertThat(supervisor
                        .step(number, "decide-objection", decision("dismissed", "现场核实路灯全部已亮，异议不成立。"))
                        .status())
                .isEqualTo(200);

        assertThat(visitor.get("/m/" + number).body())
                .contains("异议不成立，维持办结", "现场核实路灯全部已亮")
                .doesNotContain("昨晚三盏路灯");
        assertThat(visitor.get("/objections").body()).doesNotContain(number);
        assertThat(object(number, WORDS, Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void an_upheld_objection_has_the_matter_handled_again() {
        String number = closed("异议路灯乙");
        object(number, WORDS, Map.of());

        Caller.of(app, "shashi-duban").step(number, "decide-objection", decision("upheld", "现场核实仍有两盏不亮，责令重办。"));

        assertThat(visitor.get("/m/" + number).body()).contains("异议成立，责令重办", "现场核实仍有两盏不亮", "重办待派");
    }

    @Test
    void what_is_not_closed_or_not_public_hears_no_objection() {
        Raised open = handling.raise("异议路灯丙");
        Raised confidential = handling.raise(Map.of("title", "异议路灯丁", "confidential", true));

        HttpResponse<String> early = object(open.number(), WORDS, Map.of());

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains(WORDS); // nothing typed is lost
        assertThat(visitor.get("/objections/new?matter=" + confidential.number())
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/objections/new?matter=x").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/objections/new?ranking=99999").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/objections/new").statusCode()).isEqualTo(404);
    }

    @Test
    void machines_short_texts_and_floods_are_turned_away() {
        String number = closed("异议路灯戊");

        assertThat(object(number, "不对", Map.of()).statusCode()).isEqualTo(422);
        assertThat(object(number, WORDS, Map.of("website", "http://spam.example"))
                        .statusCode())
                .isEqualTo(422);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < Objectors.AN_HOUR; i++) {
            assertThat(object(number, WORDS, Map.of("key", key)).statusCode()).isEqualTo(303);
        }
        HttpResponse<String> flood = object(number, WORDS, Map.of());
        assertThat(flood.statusCode()).isEqualTo(429);
        assertThat(flood.body()).contains(WORDS);

        // the same form sent five times is one objection
        assertThat(Caller.of(app, "shashi-duban")
                        .get("/api/v1/matters/" + number)
                        .body()
                        .toString()
                        .split("\"object\"", -1))
                .hasSize(2);
        app.clock().forward(Duration.ofHours(1));
        assertThat(object(number, WORDS, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void who_reads_an_objection_is_said_before_it_is_written_and_so_it_is() {
        String number = closed("异议路灯己");
        String complaint = closed(handling.raise(
                Map.of("title", "异议路灯庚", "kind", "complaint", "complained-of", (long) handling.unit("jz-cg"))));
        object(number, WORDS, Map.of());
        object(complaint, WORDS, Map.of());

        assertThat(visitor.get("/objections/new?matter=" + number).body()).contains("督查部门和办理这件事的单位能看到内容", "那个单位看不到");

        Visitor handler = Visitor.signedIn(app, "chengguan");
        assertThat(handler.get("/desk/matters/" + number).body()).contains("昨晚三盏路灯");
        assertThat(handler.get("/desk/matters/" + complaint).body()
                        + handler.get("/api/v1/matters/" + complaint).body())
                .contains("公示期内收到异议")
                .doesNotContain("昨晚三盏路灯");
        assertThat(Visitor.signedIn(app, "shashi-duban")
                        .get("/desk/matters/" + complaint)
                        .body())
                .contains("昨晚三盏路灯");
    }

    @Test
    void a_public_decision_does_not_bring_out_the_pictures_of_an_answer_that_is_kept_back() {
        String number = handling.raise(Map.of("title", "异议户口辛", "category", "household"))
                .number();
        Caller handler = Caller.of(app, "chengguan");
        Map<String, Object> words = Map.of("answer", "户口已经迁好，请带身份证来取。", "outcome", "solved");
        Caller.of(app, "chaoyang")
                .step(
                        number,
                        "dispatch",
                        Map.of(
                                "lead",
                                handling.unit("jz-cg"),
                                "kind",
                                "help",
                                "category",
                                "household",
                                "urgency",
                                "normal"));
        handler.step(number, "sign", Map.of());
        handler.step(number, "contact", Map.of("means", "phone"));
        handler.step(number, "conclude", words, handler.upload("户口.jpg", Handling.photo()));
        Caller.of(app, "chengguan-head").step(number, "review", Map.of("verdict", "pass"));
        handler.step(number, "answer", words);
        rated(number);
        assertThat(visitor.get("/m/" + number).body()).contains("已办结").doesNotContain("/attachments/", "户口已经迁好");

        object(number, WORDS, Map.of());
        Caller.of(app, "shashi-duban").step(number, "decide-objection", decision("dismissed", "现场核实异议不成立。"));

        assertThat(visitor.get("/m/" + number).body()).contains("现场核实异议不成立").doesNotContain("/attachments/", "户口已经迁好");
    }

    private static Map<String, Object> decision(String decision, String reasons) {
        return Map.of("objection-decision", decision, "objection-answer", reasons);
    }

    private HttpResponse<String> object(String number, String words, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "matter", number, "objection", words, "key", UUID.randomUUID().toString()));
        fields.putAll(changed);
        return visitor.post("/objections/new?matter=" + number, "/objections", fields);
    }

    private String closed(String title) {
        app.clock().forward(Duration.ofHours(1));
        return closed(handling.raise(title));
    }

    private String closed(Raised matter) {
        handling.answer(matter.number());
        rated(matter.number());
        assertThat(visitor.get("/m/" + matter.number()).body()).contains("已办结");
        return matter.number();
    }

    private void rated(String number) {
        Caller.of(app, "shashi-duban")
                .step(
                        number,
                        "rate-by-staff",
                        Map.of(
                                "contacted",
                                "yes",
                                "solved",
                                "yes",
                                "satisfied",
                                "satisfied",
                                "callback-note",
                                "电话回访本人"));
    }
}
