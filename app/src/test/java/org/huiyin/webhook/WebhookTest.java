package org.huiyin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {

    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Handling handling = new Handling(APP);
    private final Caller supervisor = Caller.of(APP, "duban");
    private final Round round = APP.bean(Round.class);
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int answer = 204;
    private HttpServer receiver;
    private String id = "";
    private Secret secret = new Secret("");

    private record Received(String id, long seconds, String signature, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    WebhookTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    }

    @BeforeEach
    void receive() {
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        if (!id.isEmpty()) {
            supervisor.send(supervisor.request("/api/v1/webhooks/" + id).DELETE());
        }
        receiver.stop(0);
    }

    @Test
    void every_step_is_told_signed_and_in_order() throws InterruptedException {
        subscribe(Map.of());

        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);
        Received raised = next();
        Received dispatched = next();

        assertThat(raised.json().path("type").asString("")).isEqualTo("matter.raise");
        assertThat(dispatched.json().path("type").asString("")).isEqualTo("matter.dispatch");
        assertThat(dispatched.json().path("data").path("number").asString("")).isEqualTo(number);
        assertThat(dispatched.json().path("data").path("version").asInt()).isEqualTo(2);
        assertThat(dispatched.json().path("data").path("fields").path("lead").asInt())
                .isEqualTo(handling.unit("jz-cg"));
        assertThat(raised.signature()).isEqualTo(secret.sign(raised.id(), raised.seconds(), raised.body()));
        assertThat(raised.body()).doesNotContain("raiser-name", "raiser-phone");
    }

    @Test
    void only_what_was_asked_for_is_told() throws InterruptedException {
        subscribe(Map.of("steps", List.of("dispatch"), "units", List.of(handling.unit("jz-cg"))));

        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);

        assertThat(next().json().path("type").asString("")).isEqualTo("matter.dispatch");
        assertThat(received).isEmpty();
    }

    @Test
    void what_does_not_come_through_is_sent_again_under_the_same_id_and_the_next_of_the_matter_waits()
            throws Exception {
        subscribe(Map.of());
        answer = 503;
        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);
        Received first = next();
        until(() -> messages().path(1).path("attempts").asInt() == 1);

        answer = 200;
        APP.clock().forward(Duration.ofSeconds(6));
        Received again = next();
        Received second = next();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.seconds()).isGreaterThan(first.seconds());
        assertThat(second.json().path("type").asString("")).isEqualTo("matter.dispatch");
        until(() -> messages()
                .valueStream()
                .allMatch(one -> one.path("state").asString("").equals("delivered")));
    }

    @Test
    void a_message_is_replayed_with_the_same_words() throws InterruptedException {
        subscribe(Map.of("steps", List.of("raise")));
        handling.raise("路灯不亮");
        Received first = next();
        until(() -> messages().path(0).path("state").asString("").equals("delivered"));

        Answer replayed = supervisor.post(
                "/api/v1/webhooks/" + id + "/messages/" + first.id() + "/replay", Map.of(), Caller.key());
        Received again = next();

        assertThat(replayed.status()).isEqualTo(204);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void after_a_rotation_messages_bear_both_signatures_for_a_day() throws InterruptedException {
        subscribe(Map.of("steps", List.of("raise")));
        Secret former = secret;
        secret = new Secret(supervisor
                .post("/api/v1/webhooks/" + id + "/rotation", Map.of(), Caller.key())
                .text("secret"));

        handling.raise("路灯不亮");
        Received both = next();

        assertThat(both.signature())
                .isEqualTo(secret.sign(both.id(), both.seconds(), both.body()) + " "
                        + former.sign(both.id(), both.seconds(), both.body()));
        APP.clock().forward(Duration.ofHours(25));
        handling.raise("井盖松动");
        Received one = next();
        assertThat(one.signature()).isEqualTo(secret.sign(one.id(), one.seconds(), one.body()));
    }

    @Test
    void a_receiver_that_fails_for_days_is_left_alone_and_its_owner_told() throws InterruptedException {
        subscribe(Map.of("steps", List.of("raise")));
        answer = 500;
        handling.raise("路灯不亮");
        next();
        until(() -> !state().path("failingSince").isNull());

        APP.clock().forward(Duration.ofDays(6));
        next();

        until(() -> state().path("state").asString("").equals("disabled"));
        assertThat(Visitor.signedIn(APP, "duban").get("/desk/inbox").body()).contains("测试接收方", "已停止");
        answer = 200;
        supervisor.post("/api/v1/webhooks/" + id + "/state", Map.of("active", true), Caller.key());
        assertThat(next().json().path("type").asString("")).isEqualTo("matter.raise");
    }

    @Test
    void one_that_is_gone_is_left_alone_at_once() throws InterruptedException {
        subscribe(Map.of("steps", List.of("raise")));
        answer = 410;

        handling.raise("路灯不亮");
        next();

        until(() -> state().path("state").asString("").equals("disabled"));
    }

    @Test
    void what_its_owner_may_not_read_is_not_told() throws InterruptedException {
        subscribe(Map.of("steps", List.of("raise")));
        Answer others = Caller.of(APP, "shuiwu").post("/api/v1/webhooks", wanted(Map.of()), Caller.key());

        handling.raise("路灯不亮");
        next();

        assertThat(others.status()).isEqualTo(201);
        assertThat(received).as("the water bureau has nothing to do with it").isEmpty();
        assertThat(Caller.of(APP, "shuiwu").get("/api/v1/webhooks/" + id).status())
                .isEqualTo(404);
        supervisor.send(Caller.of(APP, "shuiwu")
                .request("/api/v1/webhooks/" + others.text("id"))
                .DELETE());
    }

    @Test
    void the_administrator_makes_one_on_a_page_tries_it_and_reads_its_log() throws InterruptedException {
        Visitor admin = Visitor.signedIn(APP, "admin");
        String form = admin.get("/admin/webhooks?who=duban").body();
        String post = form.replaceAll("(?s).*name=\"post\" value=\"(\\d+)\".*", "$1");

        HttpResponse<String> made = admin.post(
                "/admin/webhooks?who=duban",
                "/admin/webhooks",
                Map.of("who", "duban", "post", post, "name", "页面上建的", "url", url(), "step", "raise", "units", ""));
        String path = made.body().replaceAll("(?s).*href=\"(/admin/webhooks/\\d+)\".*", "$1");
        admin.post(path, path + "/acts", Map.of("act", "trial"));
        Received trial = next();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("whsec_");
        assertThat(trial.json().path("type").asString("")).isEqualTo("webhook.trial");
        until(() -> admin.get(path).body().contains("已送到"));
        assertThat(admin.get("/admin/webhooks").body()).contains("页面上建的").doesNotContain("whsec_");
        assertThat(admin.post(path, path + "/acts", Map.of("act", "remove")).statusCode())
                .isEqualTo(303);
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    private void subscribe(Map<String, Object> changed) {
        Answer made = supervisor.post("/api/v1/webhooks", wanted(changed), Caller.key());
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        id = made.text("id");
        secret = new Secret(made.text("secret"));
    }

    private Map<String, Object> wanted(Map<String, Object> changed) {
        Map<String, Object> wanted = new java.util.HashMap<>(Map.of("name", "测试接收方", "url", url()));
        wanted.putAll(changed);
        return wanted;
    }

    private String url() {
        return "http://127.0.0.2:" + receiver.getAddress().getPort() + "/hook";
    }

    private JsonNode state() {
        return supervisor.get("/api/v1/webhooks/" + id).body();
    }

    private JsonNode messages() {
        return supervisor.get("/api/v1/webhooks/" + id + "/messages").body().path("items");
    }

    private Received next() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Received one = null;
        while (one == null && System.nanoTime() < end) {
            round.go();
            one = received.poll(200, TimeUnit.MILLISECONDS);
        }
        assertThat(one).as("a message").isNotNull();
        return java.util.Objects.requireNonNull(one);
    }

    private void until(BooleanSupplier met) throws InterruptedException {
        List<Received> others = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!met.getAsBoolean() && System.nanoTime() < end) {
            Received one = received.poll(100, TimeUnit.MILLISECONDS);
            if (one != null) {
                others.add(one);
            }
        }
        received.addAll(others);
        assertThat(met.getAsBoolean()).isTrue();
    }
}
