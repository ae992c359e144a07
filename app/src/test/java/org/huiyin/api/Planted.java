package org.huiyin.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What has to be there before its addresses can be asked: a webhook that is heard, a round with a visit and a finding, a table on its way in. */
final class Planted {

    private final Caller supervisor;
    private final AtomicInteger heard = new AtomicInteger();
    final String webhook;
    final String message;
    final String group;
    final String circuit;
    final String visit;
    final String finding;
    final int unit;
    final long post;

    Planted(TestApp app, Handling handling, Caller supervisor) {
        this.supervisor = supervisor;
        unit = handling.unit("jz-cg");
        post = app.bean(JdbcClient.class)
                .sql(
                        "select min(post.id) from post join account on account.person_id = post.person_id where login = 'duban'")
                .query(Long.class)
                .single();
        webhook = made("/api/v1/webhooks", Map.of("name", "平台", "url", receiver()));
        supervisor.post("/api/v1/webhooks/" + webhook + "/trials", Map.of(), Caller.key());
        message = supervisor
                .get("/api/v1/webhooks/" + webhook + "/messages")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
        group = made(
                "/api/v1/circuit-groups",
                Map.of("name", "第一组", "from", "2026-03-01", "to", "2026-12-31", "units", List.of(unit)));
        made("/api/v1/circuit-groups/" + group + "/members", Map.of("post", post));
        circuit = made(
                "/api/v1/circuit-groups/" + group + "/circuits",
                Map.of(
                        "from",
                        "2026-03-01",
                        "to",
                        "2026-06-30",
                        "plan",
                        List.of(Map.of("unit", unit, "day", "2026-04-01"))));
        visit = text(
                sent(
                                "/api/v1/circuits/" + circuit + "/visits",
                                Map.of(
                                        "unit",
                                        unit,
                                        "on",
                                        "2026-04-01",
                                        "visitors",
                                        List.of(post),
                                        "people",
                                        "见了局长",
                                        "notes",
                                        "看了现场"))
                        .path("visit"),
                "id");
        finding =
                made("/api/v1/circuit-visits/" + visit + "/findings", Map.of("title", "井盖松动", "place", Handling.PLACE));
    }

    /** How many messages came in at the address of the webhook. */
    int heard() {
        return heard.get();
    }

    private String made(String path, Map<String, ?> body) {
        return text(sent(path, body), "id");
    }

    private JsonNode sent(String path, Map<String, ?> body) {
        Caller.Answer answer = supervisor.post(path, body, Caller.key());
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private static String text(JsonNode node, String member) {
        return Long.toString(node.path(member).asLong());
    }

    /** At the one address of this machine that tests may call. */
    private String receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                heard.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.2:" + server.getAddress().getPort() + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
