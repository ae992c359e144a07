package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Activities for programs, on Tuesday 3 March 2026 at nine. */
class ActivityApiTest {

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final TestApp app = APP;
    private final Caller street = Caller.of(app, "chaoyang");

    @Test
    void a_program_plans_once_by_its_key_and_reads_what_it_planned() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> plan = plan();

        var planned = street.post("/api/v1/activities", Map.of("kind", "staff-training", "plan", plan), key);
        var again = street.post("/api/v1/activities", Map.of("kind", "staff-training", "plan", plan), key);

        assertThat(planned.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(planned.body());
        String path = "/api/v1/activities/" + planned.body().path("id").asLong();
        assertThat(street.get(path)
                        .body()
                        .path("people")
                        .path(0)
                        .path("standing")
                        .asString(""))
                .isEqualTo("EXPECTED");
        assertThat(street.get("/api/v1/activities?kind=staff-training")
                        .body()
                        .path("items")
                        .toString())
                .contains((String) plan.get("title"));
        assertThat(Caller.of(app, "shuiwu").get(path).status())
                .as("of another office")
                .isEqualTo(404);
        assertThat(street.post(
                                path + "/attendance",
                                Map.of("session", 1, "who", List.of("post:1")),
                                UUID.randomUUID().toString())
                        .body()
                        .path("reasons")
                        .toString())
                .as("tomorrow's attendance")
                .contains("not-yet");
        plan.put("title", "另一个");
        assertThat(street.post("/api/v1/activities", Map.of("kind", "staff-training", "plan", plan), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void every_fault_of_a_plan_is_told_at_once_and_rubbish_is_refused_by_name() {
        Map<String, Object> plan = plan();
        plan.put("title", "");
        plan.put("seats", 0);
        plan.put("sessions", List.of(Map.of("starts", "2026-03-01T01:00:00Z", "ends", "2026-03-01T02:00:00Z")));

        var refused = post(plan);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("reasons").toString()).contains("title", "seats", "past");
        plan.put("hosts", List.of("nobody:7"));
        assertThat(post(plan).status()).isEqualTo(400);
        plan.put("hosts", List.of("post:999999"));
        assertThat(post(plan).body().path("reasons").toString()).contains("not-present");
        plan.put("sessions", List.of());
        plan.remove("hosts");
        assertThat(post(plan).body().path("reasons").toString()).contains("sessions");
        assertThat(street.get("/api/v1/activities?from=yesterday").status()).isEqualTo(400);
        assertThat(Caller.of(app, "chengguan")
                        .post(
                                "/api/v1/activities",
                                Map.of("kind", "patrol", "plan", plan()),
                                UUID.randomUUID().toString())
                        .status())
                .as("handlers plan no patrols")
                .isEqualTo(403);
    }

    @Test
    void what_is_open_is_followed_as_a_feed_and_as_a_calendar() {
        Map<String, Object> plan = plan();
        plan.put("open", true);
        street.post(
                "/api/v1/activities",
                Map.of("kind", "open-course", "plan", plan),
                UUID.randomUUID().toString());

        assertThat(Visitor.to(app).get("/activities.atom").body()).contains("<feed", (String) plan.get("title"));
        String calendar = Visitor.to(app).get("/activities.ics").body().replace("\r\n ", "");
        assertThat(calendar).contains("BEGIN:VEVENT", "SUMMARY:" + plan.get("title"), "DTSTART:20260304T010000Z");
        assertThat(Visitor.to(app).get("/activities").body()).contains((String) plan.get("title"));
    }

    private Caller.Answer post(Map<String, Object> plan) {
        return street.post(
                "/api/v1/activities",
                Map.of("kind", "staff-training", "plan", plan),
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> plan() {
        return new HashMap<>(Map.of(
                "title",
                "消防培训" + UUID.randomUUID().toString().substring(0, 6),
                "place",
                Handling.PLACE,
                "sessions",
                List.of(Map.of("starts", "2026-03-04T01:00:00Z", "ends", "2026-03-04T03:00:00Z"))));
    }
}
