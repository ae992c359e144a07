package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What supervisors and administrators do by programs. */
class FiguresTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller dispatcher = Caller.of(app, "chaoyang");
    private final Caller handler = Caller.of(app, "chengguan");
    private final Caller supervisor = Caller.of(app, "duban");

    @Test
    void figures_come_with_what_they_are_made_of() {
        handling.answer(handling.raise("路灯不亮").number());

        JsonNode measures = supervisor.get("/api/v1/figures/measures").body();
        JsonNode rows = supervisor.get("/api/v1/figures?by=category").body();
        String part = measures.path("parts").path(0).path("name").asString("");
        Answer cases = supervisor.get("/api/v1/figures/parts/" + part + "?by=unit&limit=3");

        assertThat(measures.path("measures").size()).isPositive();
        assertThat(rows.path("items").size()).isPositive();
        assertThat(cases.status()).isEqualTo(200);
        assertThat(supervisor
                        .get("/api/v1/figures/periods")
                        .body()
                        .path("items")
                        .size())
                .isGreaterThan(10);
        assertThat(supervisor.get("/api/v1/figures/parts/luck").text("type")).isEqualTo("/problems/unknown-figure");
        assertThat(supervisor
                        .get("/api/v1/figures/late/" + handling.unit("jz-cg"))
                        .status())
                .isEqualTo(200);
        assertThat(supervisor
                        .post("/api/v1/rankings", Map.of("period", ""), Caller.key())
                        .text("type"))
                .isEqualTo("/problems/period-runs");
        assertThat(dispatcher
                        .post("/api/v1/rankings", Map.of("period", ""), Caller.key())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_exclusion_is_asked_for_and_decided_by_somebody_else() {
        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);
        Map<String, Object> wanted =
                Map.of("period", "", "matter", number, "kind", kind(), "reason", "反映的不是本市", "evidence", "核查记录附后");

        Answer asked = Caller.of(app, "chengguan-head").post("/api/v1/exclusions", wanted, Caller.key());
        String id = asked.text("id");
        Answer own = handler.post(
                "/api/v1/exclusions/" + id + "/acts", Map.of("act", "approve", "note", "同意剔除"), Caller.key());
        Answer decided = supervisor.post(
                "/api/v1/exclusions/" + id + "/acts", Map.of("act", "approve", "note", "同意剔除"), Caller.key());

        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(own.status()).isEqualTo(403);
        assertThat(decided.text("state")).isEqualTo("decided");
        assertThat(decided.body().path("inForce").asBoolean()).isTrue();
        assertThat(supervisor.get("/api/v1/exclusions").body().toString()).contains(number);
    }

    private String kind() {
        return app.bean(org.huiyin.programme.Measuring.class)
                .version("three-lists", 1)
                .orElseThrow()
                .exclusions()
                .classes()
                .keySet()
                .iterator()
                .next();
    }

    @Test
    void a_calendar_is_tried_by_the_administrator_alone() {
        Caller admin = Caller.of(app, "admin");
        JsonNode versions = admin.get("/api/v1/calendars/versions").body();
        int number = versions.path("items").path(0).path("number").asInt();
        JsonNode calendar =
                admin.get("/api/v1/calendars/versions/" + number).body().path("calendar");

        Answer tried = admin.post("/api/v1/calendars/previews", Map.of("calendar", calendar), Caller.key());
        Answer old = admin.post(
                "/api/v1/calendars/versions",
                Map.of("basedOn", number - 1, "calendar", calendar, "why", "再发一次"),
                Caller.key());

        assertThat(tried.status()).isBetween(200, 422);
        assertThat(old.status()).isIn(409, 422);
        assertThat(supervisor.get("/api/v1/calendars/versions").status()).isEqualTo(403);
    }
}
