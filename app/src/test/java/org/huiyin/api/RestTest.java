package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.org.Organisation;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the pages can do, done by a program. */
class RestTest {

    private static final Map<String, Object> DISPATCH =
            Map.of("kind", "help", "category", "roads", "urgency", "normal");

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller nobody = Caller.nobody(app);
    private final Caller dispatcher = Caller.of(app, "chaoyang");
    private final Caller handler = Caller.of(app, "chengguan");
    private final Caller supervisor = Caller.of(app, "duban");

    @Test
    void a_version_that_is_past_is_412_and_says_what_changed() {
        String number = handling.raise("路灯不亮").number();
        Answer seen = handler.get("/api/v1/matters/" + number);
        String tag = dispatcher.get("/api/v1/matters/" + number).header("ETag");
        handling.dispatch(number);

        Answer answer =
                send(dispatcher, "/api/v1/matters/" + number + "/steps", "If-Match", tag, "{\"step\":\"transfer\"}");

        assertThat(seen.header("ETag")).matches("\"1-[0-9a-f]+\"");
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("type")).isEqualTo("/problems/stale");
        assertThat(answer.body().path("currentVersion").asInt()).isEqualTo(2);
        assertThat(answer.body().path("since").path(0).path("step").asString(""))
                .isEqualTo("dispatch");
        assertThat(send(dispatcher, "/api/v1/matters/" + number + "/steps", "If-Match", "seven", "{\"step\":\"urge\"}")
                        .text("parameter"))
                .isEqualTo("If-Match");
    }

    @Test
    void a_matter_that_did_not_change_is_not_sent_again() {
        String number = handling.raise("路灯不亮").number();
        String tag = dispatcher.get("/api/v1/matters/" + number).header("ETag");

        Answer again =
                dispatcher.send(dispatcher.request("/api/v1/matters/" + number).header("If-None-Match", tag));
        handling.dispatch(number);
        Answer changed =
                dispatcher.send(dispatcher.request("/api/v1/matters/" + number).header("If-None-Match", tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(nobody.get("/api/v1/matters/" + number).header("ETag"))
                .as("another reader sees another view")
                .isNotEqualTo(changed.header("ETag"));
    }

    @Test
    void the_steps_one_may_take_come_with_their_forms() {
        String number = handling.raise("路灯不亮").number();

        JsonNode open =
                dispatcher.get("/api/v1/matters/" + number + "/open-steps").body();

        assertThat(open.path("items").findValuesAsString("step")).contains("dispatch", "decline");
        JsonNode dispatch = open.path("items")
                .valueStream()
                .filter(one -> one.path("step").asString("").equals("dispatch"))
                .findFirst()
                .orElseThrow();
        assertThat(dispatch.path("fields").path("required").toString()).contains("lead", "kind");
        assertThat(nobody.get("/api/v1/matters/" + number + "/open-steps")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void a_query_code_in_the_header_acts_as_the_raiser_and_a_wrong_one_does_not() {
        Handling.Raised raised = handling.raise("路灯不亮");
        String path = "/api/v1/matters/" + raised.number();

        Answer right = nobody.send(nobody.request(path).header("Query-Code", raised.code()));
        Answer wrong = nobody.send(nobody.request(path).header("Query-Code", "22222222"));
        Answer withdrawn = nobody.send(nobody.request(path + "/steps")
                .header("Query-Code", raised.code())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"step\":\"withdraw\"}")));

        assertThat(right.body().path("steps").toString()).contains("白云路口东50米");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("type")).isEqualTo("/problems/code-wrong");
        assertThat(withdrawn.status()).isEqualTo(200);
    }

    @Test
    void lists_are_walked_by_their_next_links_and_nothing_is_left_out() {
        JsonNode units = Caller.of(app, "duban").get("/api/v1/units?limit=7").body();
        List<Integer> walked = new ArrayList<>(ids(units));
        while (!units.path("next").isNull()) {
            units = supervisor.get(units.path("next").asString("")).body();
            walked.addAll(ids(units));
        }

        assertThat(walked)
                .doesNotHaveDuplicates()
                .hasSize(app.bean(Organisation.class).units().all().size());
    }

    private static List<Integer> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(one -> one.path("id").asInt())
                .toList();
    }

    @Test
    void a_worklist_is_the_desks_with_its_filters() {
        String number = handling.raise("清单上的路灯不亮").number();

        JsonNode lists = dispatcher.get("/api/v1/worklists").body();
        JsonNode first = dispatcher.get("/api/v1/worklists/to-dispatch?limit=1").body();
        JsonNode found = dispatcher
                .get("/api/v1/worklists/to-dispatch?category=roads&limit=200&q=" + utf8("清单上的"))
                .body();

        assertThat(lists.path("items").findValuesAsString("name")).contains("to-dispatch", "overdue");
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").findValuesAsString("number")).contains(number);
        assertThat(dispatcher.get("/api/v1/worklists/nothing").status()).isEqualTo(404);
        assertThat(dispatcher
                        .get("/api/v1/worklists/to-dispatch?category=" + utf8("路灯"))
                        .text("parameter"))
                .isEqualTo("category");
        assertThat(dispatcher.get("/api/v1/worklists/to-dispatch?limit=0").text("parameter"))
                .isEqualTo("limit");
        assertThat(dispatcher.get("/api/v1/worklists/to-dispatch?after=x").text("parameter"))
                .isEqualTo("after");
        assertThat(nobody.get("/api/v1/worklists/to-dispatch").status()).isEqualTo(401);
    }

    @Test
    void many_steps_each_have_their_own_outcome_and_are_taken_once() {
        String one = handling.raise("路灯不亮").number();
        String two = handling.raise("井盖松动").number();
        Map<String, Object> fields = new java.util.HashMap<>(DISPATCH);
        fields.put("lead", handling.unit("jz-cg"));
        Map<String, Object> body = Map.of(
                "steps",
                List.of(
                        Map.of("number", one, "step", "dispatch", "fields", fields),
                        Map.of("number", two, "step", "dispatch", "expectedVersion", 9, "fields", fields),
                        Map.of("number", "202600000000", "step", "dispatch")));
        String key = UUID.randomUUID().toString();

        JsonNode came = dispatcher.post("/api/v1/steps", body, key).body().path("items");
        JsonNode again = dispatcher.post("/api/v1/steps", body, key).body().path("items");

        assertThat(came.findValuesAsString("done")).containsExactly("true", "false", "false");
        assertThat(came.path(1).path("problem").asString("")).isEqualTo("stale");
        assertThat(came.path(2).path("problem").asString("")).isEqualTo("no-such-matter");
        assertThat(again.path(0).path("version").asInt()).isEqualTo(2);
        assertThat(dispatcher
                        .post("/api/v1/steps", Map.of("steps", List.of()), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void clocks_are_explained_and_an_identity_is_opened_with_a_reason() {
        String number = handling.raise(Map.of("raiser-name", "王小明", "raiser-phone", "13812345678"))
                .number();
        String path = "/api/v1/matters/" + number;

        assertThat(dispatcher
                        .get(path + "/clocks")
                        .body()
                        .path("items")
                        .path(0)
                        .path("days")
                        .size())
                .isPositive();
        assertThat(dispatcher
                        .post(path + "/unsealing", Map.of("reason", " "), Caller.key())
                        .text("type"))
                .isEqualTo("/problems/reason-needed");
        assertThat(dispatcher
                        .post(path + "/unsealing", Map.of("reason", "联系反映人核实地点"), Caller.key())
                        .body()
                        .toString())
                .contains("王小明", "13812345678");
        assertThat(handler.post(path + "/unsealing", Map.of("reason", "想知道是谁"), Caller.key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void views_are_kept_and_forgotten() {
        Answer kept = dispatcher.post(
                "/api/v1/views", Map.of("name", "道路", "query", "list=to-dispatch&category=roads"), Caller.key());
        long id = kept.body().path("items").path(0).path("id").asLong();

        assertThat(kept.status()).isEqualTo(201);
        assertThat(handler.get("/api/v1/views").body().toString()).doesNotContain("\"id\":" + id + ",");
        assertThat(dispatcher
                        .send(dispatcher.request("/api/v1/views/" + id).DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(dispatcher.get("/api/v1/views").body().toString()).doesNotContain("道路");
    }

    @Test
    void messages_are_read() {
        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);

        JsonNode inbox = handler.get("/api/v1/inbox?limit=2").body();
        Answer read = handler.post("/api/v1/inbox/readings", Map.of(), Caller.key());

        assertThat(inbox.path("items").size()).isBetween(0, 2);
        assertThat(read.status()).isEqualTo(200);
        assertThat(handler.get("/api/v1/inbox?unread=true").body().path("items").size())
                .isZero();
        assertThat(handler.get("/api/v1/inbox?unread=maybe").text("parameter")).isEqualTo("unread");
        assertThat(handler.post("/api/v1/inbox/999999999/reading", Map.of(), Caller.key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void bodies_are_read_strictly_and_what_is_wrong_is_named() {
        assertThat(send(dispatcher, "/api/v1/steps", "X", "y", "{\"steps\":[{\"number\":5,\"step\":\"sign\"}]}")
                        .text("field"))
                .isEqualTo("steps.[0].number");
        assertThat(send(dispatcher, "/api/v1/steps", "X", "y", "{\"steps\":[{\"step\":\"sign\"}]}")
                        .text("field"))
                .isEqualTo("steps[].number");
        assertThat(send(dispatcher, "/api/v1/steps", "X", "y", "{}").text("field"))
                .isEqualTo("steps");
        assertThat(send(dispatcher, "/api/v1/steps", "X", "y", "{\"steps\":[],\"steps\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(send(dispatcher, "/api/v1/views", "X", "y", "{\"name\":\"a\\u0000b\",\"query\":\"\"}")
                        .text("reason"))
                .isEqualTo("text");
        assertThat(send(dispatcher, "/api/v1/views", "X", "y", "{\"name\":\"\\ud800\",\"query\":\"\"}")
                        .text("reason"))
                .isEqualTo("text");
    }

    private static Answer send(Caller caller, String path, String header, String value, String body) {
        return caller.send(caller.request(path)
                .header(header, value)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String utf8(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
