package org.huiyin.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LimitApiTest {

    private static final String LIMITS = "/api/v1/limits";
    private static final String UNITS = "/api/v1/calendars/units";

    private final TestApp app = TestApp.start();
    private final Caller admin = Caller.of(app, "admin");
    private final int unit = new Handling(app).unit("jz-cg");

    @AfterEach
    void asItWas() {
        post(LIMITS, limit(null, basedOn(LIMITS), "恢复机制的规定"));
        post(UNITS, calendar(null, basedOn(UNITS), "恢复市里的日历"));
    }

    @Test
    void a_limit_is_looked_at_and_set_once() {
        int basedOn = basedOn(LIMITS);

        Answer look = post(LIMITS + "/previews", wish("3wd"));
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body().path("basedOn").asInt()).isEqualTo(basedOn);
        assertThat(inForce("noise")).as("a look keeps nothing").isEmpty();

        Answer set = post(LIMITS, limit("3wd", basedOn, "噪声投诉三日内答复"));
        Answer again = post(LIMITS, limit("3wd", basedOn, "噪声投诉三日内答复"));

        assertThat(set.status()).isEqualTo(201);
        assertThat(set.body().path("number").asInt()).isEqualTo(basedOn + 1);
        assertThat(again.text("type")).isEqualTo("/problems/calendar-changed");
        assertThat(inForce("noise")).contains("3wd true");
    }

    @Test
    void what_is_no_limit_is_refused_and_nothing_is_set() {
        int basedOn = basedOn(LIMITS);

        assertThat(post(LIMITS + "/previews", wish("-3wd")).text("type")).isEqualTo("/problems/bad-limit");
        assertThat(post(LIMITS, limit("三天", basedOn, "试一试")).status()).isEqualTo(422);
        assertThat(post(LIMITS, limit("3wd", basedOn, "")).text("type")).isEqualTo("/problems/reason-needed");
        assertThat(basedOn(LIMITS)).isEqualTo(basedOn);
        assertThat(Caller.of(app, "duban").get(LIMITS).status()).isEqualTo(403);
    }

    @Test
    void a_unit_is_given_a_calendar_once_and_only_one_that_is_there() {
        int basedOn = basedOn(UNITS);

        assertThat(post(UNITS + "/previews", Map.of("unit", unit, "calendar", "none-such"))
                        .status())
                .isEqualTo(404);
        assertThat(post(UNITS + "/previews", Map.of("unit", unit, "calendar", "cn"))
                        .status())
                .isEqualTo(200);
        Answer given = post(UNITS, calendar("cn", basedOn, "与全市一致"));
        Answer again = post(UNITS, calendar("cn", basedOn, "与全市一致"));

        assertThat(given.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(409);
        assertThat(admin.get(UNITS).body().path("items").toString())
                .contains("{\"unit\":%d,\"calendar\":\"cn\"}".formatted(unit));
    }

    private Optional<String> inForce(String key) {
        return admin.get(LIMITS)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("clock").asString("").equals("resolve")
                        && one.path("key").asString("").equals(key))
                .map(one ->
                        one.path("limit").asString("") + " " + one.path("set").asBoolean())
                .findFirst();
    }

    private int basedOn(String path) {
        JsonNode body = admin.get(path).body();
        assertThat(body.path("basedOn").isInt()).as(body.toString()).isTrue();
        return body.path("basedOn").asInt();
    }

    private static Map<String, Object> wish(String limit) {
        return Map.of("programme", "three-lists", "clock", "resolve", "key", "noise", "limit", limit, "openToo", true);
    }

    private static Map<String, Object> limit(@Nullable String limit, int basedOn, String why) {
        Map<String, Object> body = new HashMap<>(wish(limit == null ? "" : limit));
        body.putAll(Map.of("basedOn", basedOn, "why", why));
        return body;
    }

    private Map<String, Object> calendar(@Nullable String calendar, int basedOn, String why) {
        Map<String, Object> body = new HashMap<>(Map.of("unit", unit, "basedOn", basedOn, "why", why));
        if (calendar != null) {
            body.put("calendar", calendar);
        }
        return body;
    }

    private Answer post(String path, Object body) {
        return admin.post(path, body, UUID.randomUUID().toString());
    }
}
