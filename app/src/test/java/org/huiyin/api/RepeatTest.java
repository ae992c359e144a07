package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that heard no answer sends the same again under the same key. */
class RepeatTest {

    private static final Map<String, Object> VIEW = Map.of("name", "重发", "query", "list=to-dispatch");

    private final TestApp app = TestApp.start();
    private final Caller dispatcher = Caller.of(app, "chaoyang");
    private final Caller supervisor = Caller.of(app, "duban");
    private final JdbcClient database = app.bean(JdbcClient.class);

    @Test
    void the_same_under_the_same_key_is_done_once_and_answered_alike() {
        String key = Caller.key();
        Answer first = supervisor.post("/api/v1/webhooks", webhook("甲"), key);
        Answer again = supervisor.post("/api/v1/webhooks", webhook("甲"), key);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body())
                .as("the secret is shown once, and to whoever did not hear it")
                .isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(webhooks("甲")).isEqualTo(1);
    }

    @Test
    void anything_else_under_the_same_key_is_refused_and_not_done() {
        String key = Caller.key();
        supervisor.post("/api/v1/webhooks", webhook("乙"), key);

        Answer other = supervisor.post("/api/v1/webhooks", webhook("丙"), key);
        Answer elsewhere = supervisor.post("/api/v1/views", webhook("乙"), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("/problems/key-reused");
        assertThat(elsewhere.text("type")).isEqualTo("/problems/key-reused");
        assertThat(webhooks("丙")).isZero();
    }

    @Test
    void a_key_is_its_callers_own() {
        String key = Caller.key();
        Answer one = supervisor.post("/api/v1/views", VIEW, key);
        Answer other = dispatcher.post("/api/v1/views", VIEW, key);

        assertThat(one.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
        assertThat(other.body()).isNotEqualTo(one.body());
    }

    @Test
    void what_was_refused_may_be_put_right_under_the_same_key() {
        String key = Caller.key();
        Answer refused = dispatcher.post("/api/v1/views", Map.of("name", "", "query", "list=to-dispatch"), key);
        Answer right = dispatcher.post("/api/v1/views", VIEW, key);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(right.status()).isEqualTo(201);
    }

    @Test
    void of_many_at_once_one_is_done_and_the_others_are_told_to_wait_or_answered_alike() throws Exception {
        String key = Caller.key();
        Callable<Answer> send = () -> supervisor.post("/api/v1/webhooks", webhook("丁"), key);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : all.invokeAll(List.of(send, send, send, send, send, send, send, send))) {
                answers.add(answer.get());
            }
        }

        assertThat(webhooks("丁")).isEqualTo(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        assertThat(supervisor.post("/api/v1/webhooks", webhook("丁"), key).status())
                .isEqualTo(201);
    }

    /** As a machine that stops half-way leaves it. */
    @Test
    void what_was_broken_off_is_not_done_again() {
        String key = Caller.key();
        dispatcher.post("/api/v1/views", VIEW, key);
        database.sql(
                        "update api_repeat set ended_at = null, status = null, sealed = null where id = (select max(id) from api_repeat)")
                .update();

        Answer soon = dispatcher.post("/api/v1/views", VIEW, key);
        app.clock().forward(Duration.ofMinutes(6));
        Answer later = dispatcher.post("/api/v1/views", VIEW, key);

        assertThat(soon.text("type")).isEqualTo("/problems/key-running");
        assertThat(soon.header("Retry-After")).isEqualTo("1");
        assertThat(later.text("type")).isEqualTo("/problems/key-unknown");
    }

    @Test
    void files_are_told_apart_by_what_is_in_them() {
        String key = Caller.key();
        Answer first = file(key, "说明甲");
        Answer again = file(key, "说明甲");
        Answer other = file(key, "说明乙");

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("type")).isEqualTo("/problems/key-reused");
    }

    @Test
    void after_a_day_nothing_of_it_is_kept() {
        supervisor.post("/api/v1/views", Map.of("name", "一天", "query", "list=overdue"), Caller.key());
        assertThat(kept()).isPositive();

        app.clock().forward(Duration.ofHours(25));
        app.bean(Repeats.class).sweep();

        assertThat(kept()).isZero();
    }

    @Test
    void every_post_names_the_key_in_the_document() {
        app.bean(Operations.class).all().stream()
                .filter(operation -> operation.method().equals("POST"))
                .forEach(operation -> assertThat(operation.parameters())
                        .as(operation.path())
                        .extracting(Operation.Parameter::name)
                        .contains("Idempotency-Key"));
    }

    private Answer file(String key, String said) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + said + "\r\n--b--\r\n";
        return supervisor.send(supervisor
                .request("/api/v1/attachments")
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> webhook(String name) {
        return Map.of("name", "重发" + name, "url", "http://127.0.0.2:19999/hook");
    }

    private long webhooks(String name) {
        return database.sql("select count(*) from webhook where name = :name")
                .param("name", "重发" + name)
                .query(Long.class)
                .single();
    }

    private long kept() {
        return database.sql("select count(*) from api_repeat").query(Long.class).single();
    }
}
