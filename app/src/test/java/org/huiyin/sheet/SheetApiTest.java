package org.huiyin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables as another system sends them. */
class SheetApiTest {

    private final TestApp app = TestApp.start();
    private final Caller program = Caller.of(app, "chaoyang");

    @Test
    void a_table_is_checked_taken_in_and_undone() {
        String job = sent("标题,具体情况,所在地,诉求类型\r\n程序送的表一,三天了,421002005001,求助\r\n");

        JsonNode checked = settled(job);
        assertThat(checked.path("stage").asString("")).isEqualTo("check-done");
        assertThat(checked.path("added").asInt()).isEqualTo(1);
        assertThat(checked.path("next").toString()).contains("taking").doesNotContain("undoing");
        assertThat(program.post(job + "/undoing", Map.of(), Caller.key()).text("type"))
                .isEqualTo("/problems/sheet-moved-on");

        program.post(job + "/taking", Map.of(), Caller.key());
        assertThat(settled(job).path("stage").asString("")).isEqualTo("take-done");
        program.post(job + "/undoing", Map.of(), Caller.key());
        assertThat(settled(job).path("stage").asString("")).isEqualTo("undo-done");
        assertThat(Caller.of(app, "duban").get(job).status())
                .as("another's job")
                .isEqualTo(404);
    }

    @Test
    void what_is_wrong_is_named_cell_by_cell_and_nothing_is_stored() {
        JsonNode faulty = settled(sent("标题,具体情况,所在地,诉求类型\r\n程序送的表二,三天了,没有这个地方,求助\r\n"));

        assertThat(faulty.path("stage").asString("")).isEqualTo("check-faulty");
        assertThat(faulty.path("faults").path(0).path("cell").asString("")).isEqualTo("C2");
        assertThat(faulty.path("next").toString()).doesNotContain("taking");
        assertThat(program.get("/api/v1/sheets").body().toString()).contains("\"matters\"", "所在地");
        assertThat(Caller.of(app, "leader")
                        .get("/api/v1/sheets")
                        .body()
                        .path("items")
                        .toString())
                .doesNotContain("\"matters\"");
    }

    private String sent(String csv) {
        String boundary = "huiyin" + UUID.randomUUID();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"表.csv\"\r\n\r\n"
                + csv + "\r\n--" + boundary + "--\r\n";
        Caller.Answer answer = program.send(program.request("/api/v1/sheets/matters/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return "/api/v1/sheets/jobs/" + answer.body().path("id").asLong();
    }

    private JsonNode settled(String job) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !program.get(job).body().path("stage").asString("").endsWith("-running"));
        return program.get(job).body();
    }
}
