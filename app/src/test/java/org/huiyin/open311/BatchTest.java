package org.huiyin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchTest {

    private final TestApp app = TestApp.another(TestClock.at("2026-03-03T09:00"), "huiyin.open311.batch=true");
    private final Civic civic = new Civic(app);

    @Test
    void a_token_is_answered_at_once_and_leads_to_the_number_a_moment_later() {
        HttpResponse<String> posted = civic.post(
                "/open311/v2/requests.json",
                Map.of(
                        "api_key",
                        civic.key,
                        "service_code",
                        "roads",
                        "address_id",
                        Handling.PLACE,
                        "description",
                        "路灯不亮"));
        JsonNode row = JsonMapper.shared().readTree(posted.body()).path(0);
        String token = row.path("token").asString("");

        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(row.has("service_request_id")).isFalse();
        assertThat(civic.json("/open311/v2/services.json").path(0).path("type").asString(""))
                .isEqualTo("batch");

        app.bean(TakingLater.class).take();

        JsonNode told = civic.json("/open311/v2/tokens/" + token + ".json").path(0);
        assertThat(told.path("token").asString("")).isEqualTo(token);
        String number = told.path("service_request_id").asString("");
        assertThat(told.path("service_notice").asString("")).contains("查询码");
        assertThat(civic.json("/open311/v2/requests/" + number + ".json")
                        .path(0)
                        .path("service_code")
                        .asString(""))
                .isEqualTo("roads");

        app.bean(TakingLater.class).take();

        assertThat(civic.json("/open311/v2/requests.json").findValuesAsString("service_request_id"))
                .as("raised once")
                .containsOnlyOnce(number);
    }
}
