package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.programme.Measures;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlarmApiTest {

    private final TestApp app = ToldCity.app();

    @Test
    void an_alarm_lists_as_many_matters_as_it_speaks_of() {
        Caller supervisor = Caller.of(app, "duban");

        JsonNode alarms =
                supervisor.get("/api/v1/alarms?period=" + ToldCity.MONTH).body().path("items");

        assertThat(alarms.size()).isPositive();
        for (JsonNode one : alarms) {
            if (one.path("listed").asBoolean()) {
                String path = "/api/v1/alarms/%s/%d?limit=200&period=%s"
                        .formatted(
                                one.path("alarm").asString(""), one.path("unit").asInt(), ToldCity.MONTH);
                assertThat(listed(supervisor, path))
                        .as(path)
                        .isEqualTo(one.path("matters").asLong());
            }
        }
    }

    @Test
    void whoever_may_not_know_a_rater_is_told_no_number_and_shown_no_list() {
        Caller handler = Caller.of(app, "chengguan");
        int unit = new Handling(app).unit("jz-cg");
        String rater = app
                .bean(Counting.class)
                .inForce("three-lists", app.clock().instant())
                .orElseThrow()
                .alarms()
                .values()
                .stream()
                .filter(alarm -> alarm.kind() == Measures.Alarm.Kind.RATER)
                .map(alarm -> alarm.name())
                .findFirst()
                .orElseThrow();

        assertThat(handler.get("/api/v1/alarms/" + rater + "/" + unit).text("type"))
                .isEqualTo("/problems/supervisors-only");
        assertThat(handler.get("/api/v1/alarms/luck/" + unit).text("type")).isEqualTo("/problems/unknown-figure");
        assertThat(handler.get("/api/v1/alarms?period=" + ToldCity.MONTH)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("alarm").asString("").equals(rater))
                        .toList())
                .allMatch(one -> one.path("matters").isNull());
    }

    private static long listed(Caller caller, String path) {
        long rows = 0;
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = caller.get(next).body();
            rows += page.path("items").size();
            next = page.path("next").isNull() ? "" : page.path("next").asString("");
        }
        return rows;
    }
}
