package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

class MatterApiTest {

    private static final Map<String, Object> FIELDS =
            Map.of("title", "路灯不亮", "description", "三晚不亮", "place", Handling.PLACE);

    /** A well-formed number that was never given. */
    private static final String NOBODYS = MatterNumber.of(2026, 9_999_999).toString();

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller nobody = Caller.nobody(app);
    private final Caller dispatcher = Caller.of(app, "chaoyang");

    @Test
    void a_matter_begins_with_a_receipt_and_a_code() {
        Answer answer = nobody.raise(FIELDS);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("number")).matches("[0-9]{12}");
        assertThat(answer.text("queryCode")).matches("[2-9A-Z]{8}");
        assertThat(answer.text("state")).isEqualTo("raised");
    }

    @Test
    void the_same_key_gives_the_same_receipt_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("fields", FIELDS);

        Answer first = nobody.post("/api/v1/matters", body, key);
        Answer second = nobody.post("/api/v1/matters", body, key);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("number")).isEqualTo(first.text("number"));
        assertThat(second.body().path("again").asBoolean()).isTrue();
    }

    @Test
    void a_strangers_key_fetches_nobody_elses_receipt() {
        Answer first = nobody.post("/api/v1/matters", Map.of("fields", FIELDS), "1");
        Answer second = nobody.post(
                "/api/v1/matters",
                Map.of("fields", Map.of("title", "井盖松动", "description", "很危险", "place", Handling.PLACE)),
                "1");

        assertThat(second.text("number")).isNotEqualTo(first.text("number"));
    }

    @Test
    void another_matter_under_a_used_key_is_refused_and_not_passed_over() {
        Caller resident = Caller.of(app, "resident");
        String key = UUID.randomUUID().toString();
        Map<String, Object> fields = new HashMap<>(FIELDS);
        fields.put("raiser-phone", "13800000000");

        Answer first = resident.post("/api/v1/matters", Map.of("fields", fields), key);
        Answer same = resident.post("/api/v1/matters", Map.of("fields", fields), key);
        fields.put("raiser-phone", "13900000000");
        Answer sealed = resident.post("/api/v1/matters", Map.of("fields", fields), key);
        fields.put("title", "井盖松动");
        Answer other = resident.post("/api/v1/matters", Map.of("fields", fields), key);

        assertThat(same.text("number")).isEqualTo(first.text("number"));
        assertThat(sealed.status()).isEqualTo(409);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).isEqualTo("/problems/key-reused");
    }

    @Test
    void another_step_s_fields_under_a_used_key_are_refused() {
        Raised matter = handling.raise("路灯不亮");
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/matters/" + matter.number() + "/steps";
        Map<String, Object> fields = new HashMap<>(
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", "roads", "urgency", "normal"));

        dispatcher.post(path, Map.of("step", "dispatch", "fields", fields), key);
        Answer same = dispatcher.post(path, Map.of("step", "dispatch", "fields", fields), key);
        fields.put("urgency", "urgent");
        Answer other = dispatcher.post(path, Map.of("step", "dispatch", "fields", fields), key);

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.body().path("again").asBoolean()).isTrue();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).isEqualTo("/problems/key-reused");
    }

    @Test
    void a_step_is_done_with_its_receipt() {
        Raised matter = handling.raise("路灯不亮");

        handling.dispatch(matter.number());

        Answer shown = dispatcher.get("/api/v1/matters/" + matter.number());
        assertThat(shown.text("state")).isEqualTo("dispatched");
        assertThat(shown.body().path("version").asInt()).isEqualTo(2);
        assertThat(shown.body()
                        .path("steps")
                        .path(1)
                        .path("fields")
                        .path("lead")
                        .asInt())
                .isEqualTo(handling.unit("jz-cg"));
    }

    @Test
    void every_wrong_field_is_named() {
        Answer answer = nobody.raise(Map.of("title", "路", "place", "000", "colour", "red"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/bad-fields");
        assertThat(answer.body().path("errors").toString())
                .contains("\"title\"", "too-short", "\"description\"", "required", "\"colour\"", "unknown-field");
    }

    @Test
    void units_nobody_knows_are_refused() {
        Raised matter = handling.raise("路灯不亮");

        Answer answer = dispatcher.step(
                matter.number(),
                "dispatch",
                Map.of("lead", 999999, "kind", "help", "category", "roads", "urgency", "normal"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").toString()).contains("unknown-unit");
    }

    @Test
    void a_version_that_is_past_is_stale() {
        Raised matter = handling.raise("路灯不亮");
        handling.dispatch(matter.number());

        Answer answer = Caller.of(app, "chengguan")
                .post(
                        "/api/v1/matters/" + matter.number() + "/steps",
                        Map.of("step", "sign", "expectedVersion", 1),
                        UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("/problems/stale");
        assertThat(answer.body().path("currentVersion").asInt()).isEqualTo(2);
    }

    @Test
    void a_step_of_somebody_else_is_refused() {
        Raised matter = handling.raise("路灯不亮");
        handling.dispatch(matter.number());

        Answer answer = Caller.of(app, "shuiwu").step(matter.number(), "sign", Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("/problems/not-yours");
    }

    @Test
    void a_step_out_of_turn_is_refused() {
        Raised matter = handling.raise("路灯不亮");
        handling.answer(matter.number());

        Answer answer = dispatcher.step(
                matter.number(),
                "dispatch",
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", "roads", "urgency", "normal"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("type")).isEqualTo("/problems/wrong-state");
    }

    @Test
    void forged_steps_and_foreign_numbers_are_refused() {
        Raised matter = handling.raise("路灯不亮");

        assertThat(dispatcher.step(matter.number(), "erase", Map.of()).text("type"))
                .isEqualTo("/problems/unknown-step");
        assertThat(dispatcher.step("202600000000", "dispatch", Map.of()).status())
                .isEqualTo(404);
        assertThat(dispatcher.step(NOBODYS, "dispatch", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_conclusion_without_evidence_is_refused() {
        Raised matter = handling.raise("路灯不亮");
        handling.dispatch(matter.number());
        Caller handler = Caller.of(app, "chengguan");
        handler.step(matter.number(), "sign", Map.of());

        Answer answer = handler.step(matter.number(), "conclude", Map.of("answer", "已经全部修好了。", "outcome", "solved"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/evidence-missing");
        assertThat(handler.step(
                                matter.number(),
                                "conclude",
                                Map.of("answer", "已经全部修好了。", "outcome", "solved"),
                                UUID.randomUUID().toString())
                        .text("type"))
                .isEqualTo("/problems/upload-gone");
    }

    @Test
    void a_confidential_matter_does_not_exist_for_strangers() {
        Raised matter = handling.raise(Map.of("confidential", true));

        assertThat(nobody.get("/api/v1/matters/" + matter.number()).status()).isEqualTo(404);
        assertThat(nobody.step(matter.number(), "withdraw", Map.of()).status()).isEqualTo(404);
        assertThat(dispatcher.get("/api/v1/matters/" + matter.number()).status())
                .isEqualTo(200);
    }

    @Test
    void strangers_read_the_public_part_masked() {
        Raised matter = handling.raise("路灯不亮");

        String shown = nobody.get("/api/v1/matters/" + matter.number()).body().toString();

        assertThat(shown).contains("138******78").doesNotContain("13812345678", "白云路口东50米", "raiser");
    }

    @Test
    void bodies_that_are_no_json_in_utf8_are_refused() {
        assertThat(send("{\"fields\":").text("type")).isEqualTo("/problems/malformed-json");
        assertThat(send("{\"fields\":{},\"colour\":1}").text("type")).isEqualTo("/problems/malformed-json");
        assertThat(send("null").status()).isEqualTo(400);
        Answer bytes = nobody.send(nobody.request("/api/v1/matters")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})));
        assertThat(bytes.status()).isEqualTo(400);
    }

    @Test
    void a_body_too_large_or_without_a_key_is_refused() {
        assertThat(send("{\"fields\":{\"title\":\"" + "x".repeat(600_000) + "\"}}")
                        .status())
                .isEqualTo(413);
        assertThat(nobody.send(nobody.request("/api/v1/matters")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .text("type"))
                .isEqualTo("/problems/key-needed");
    }

    @Test
    void a_key_used_for_another_step_is_refused() {
        Raised matter = handling.raise("路灯不亮");
        handling.dispatch(matter.number());
        Caller handler = Caller.of(app, "chengguan");
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/matters/" + matter.number() + "/steps";
        handler.post(path, Map.of("step", "sign"), key);

        Answer answer = handler.post(path, Map.of("step", "contact", "fields", Map.of("means", "phone")), key);

        assertThat(answer.text("type")).isEqualTo("/problems/key-reused");
    }

    private Answer send(String body) {
        return nobody.send(nobody.request("/api/v1/matters")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
