package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try who want more than is theirs. */
class CheatingTest {

    private final TestApp app = TestApp.start();
    private final Caller resident = Caller.of(app, "resident");

    @Test
    void a_resident_cannot_pass_for_a_deputy() {
        Answer raised = resident.raise(fields(Map.of("channel", "deputy")));

        Answer seen = Caller.of(app, "chaoyang").get("/api/v1/matters/" + raised.text("number"));

        assertThat(seen.body()
                        .path("steps")
                        .path(0)
                        .path("fields")
                        .path("channel")
                        .asString())
                .isEqualTo("web");
    }

    @Test
    void the_key_of_somebody_elses_form_opens_nothing() {
        Map<String, String> form = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "place", Handling.PLACE));
        form.putAll(Map.of("title", "我家门口的事", "description", "只有我自己知道的情况。"));
        String theirs = Visitor.location(Visitor.to(app).post("/raise", "/raise", form));
        form.put("description", "我猜的。");

        Visitor thief = Visitor.to(app);
        String got = Visitor.location(thief.post("/raise", "/raise", form));

        assertThat(theirs).endsWith("/receipt");
        assertThat(got).endsWith("/receipt").isNotEqualTo(theirs);
        assertThat(Visitor.location(thief.get(theirs))).isEqualTo("/m");
    }

    @Test
    void one_account_cannot_fetch_anothers_receipt_by_its_key() {
        Map<String, Object> body = Map.of("fields", fields(Map.of()));
        String key = UUID.randomUUID().toString();
        String theirs = resident.post("/api/v1/matters", body, key).text("number");

        Answer other = Caller.of(app, "resident2").post("/api/v1/matters", body, key);
        Answer nobody = Caller.nobody(app).post("/api/v1/matters", body, key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(List.of(other.text("number"), nobody.text("number"))).doesNotContain(theirs);
    }

    @Test
    void nobody_hands_in_what_another_uploaded() {
        String photo = resident.upload("灯.jpg", Handling.photo());
        Map<String, Object> body = Map.of("fields", fields(Map.of()), "evidence", List.of(photo));

        Answer answer = Caller.of(app, "resident2")
                .post("/api/v1/matters", body, UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/upload-gone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absorb",
                "release",
                "answer-merged",
                "dispatch",
                "sign",
                "answer",
                "close",
                "settle",
                "rate-by-staff"
            })
    void a_raiser_takes_none_of_the_steps_of_others(String step) {
        String number = resident.raise(fields(Map.of())).text("number");

        Answer answer = resident.step(number, step, Map.of());

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absorb", "release", "answer-merged"})
    void a_clerk_takes_none_of_the_steps_of_the_system(String step) {
        String number = resident.raise(fields(Map.of())).text("number");

        Answer answer = Caller.of(app, "chaoyang").step(number, step, Map.of());

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "raiser", "state", "reference", "recorded-due"})
    void a_form_takes_no_field_that_is_not_the_resident_s(String field) {
        Answer answer = resident.raise(fields(Map.of(field, 1)));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void nobody_says_when_it_happened_or_who_they_are() {
        for (String member : List.of("occurredAt", "actor", "post", "matter")) {
            Answer answer = resident.post(
                    "/api/v1/matters",
                    Map.of("fields", fields(Map.of()), member, "2016-01-01T00:00:00Z"),
                    UUID.randomUUID().toString());

            assertThat(answer.status()).as(member).isEqualTo(400);
        }
    }

    @Test
    void one_account_neither_rates_nor_withdraws_what_another_raised() {
        String number = resident.raise(fields(Map.of())).text("number");

        assertThat(Caller.of(app, "resident2")
                        .step(number, "withdraw", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(Caller.nobody(app).step(number, "withdraw", Map.of()).status())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "resident2")
                        .post("/m", "/m/" + number + "/steps", Map.of("step", "withdraw", "expected", "1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_confidential_matter_is_no_different_from_none_to_somebody_elses_clerk() {
        String number = resident.raise(fields(Map.of("confidential", true))).text("number");
        Caller elsewhere = Caller.of(app, "jzq-hotline.d");

        for (String step : List.of("dispatch", "urge", "erase", "withdraw")) {
            assertThat(elsewhere.step(number, step, Map.of()).status()).as(step).isEqualTo(404);
        }
        assertThat(elsewhere.get("/api/v1/matters/" + number).status()).isEqualTo(404);
    }

    private static Map<String, Object> fields(Map<String, ?> more) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("title", "园林路路灯不亮", "description", "连续三晚不亮。", "place", Handling.PLACE));
        fields.putAll(more);
        return fields;
    }
}
