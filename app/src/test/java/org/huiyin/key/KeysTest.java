package org.huiyin.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeysTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final ApiKeys keys = app.bean(ApiKeys.class);
    private final JdbcClient database = app.bean(JdbcClient.class);

    /** Loads the city. */
    private final Visitor visitor = Visitor.to(app);

    @Test
    void a_key_acts_as_the_post_it_belongs_to() {
        Caller system = Caller.bearing(app, key("chaoyang", Scope.MATTERS_READ, Scope.MATTERS_STEP));
        String number = handling.raise("路灯不亮").number();

        Answer me = system.get("/api/v1/me");
        Answer step = system.step(
                number,
                "dispatch",
                java.util.Map.of(
                        "lead", handling.unit("jz-cg"), "kind", "help", "category", "roads", "urgency", "normal"));

        assertThat(me.text("role")).isEqualTo("DISPATCHER");
        assertThat(me.body().path("key").path("scopes").toString()).contains("matters.read", "matters.step");
        assertThat(step.status()).isEqualTo(200);
    }

    @Test
    void a_step_taken_with_a_key_names_it_on_record() {
        String key = key("chaoyang", Scope.MATTERS_RAISE);
        String number = Caller.bearing(app, key)
                .raise(java.util.Map.of(
                        "title", "井盖松动", "description", "很危险", "place", Handling.PLACE, "channel", "phone"))
                .text("number");

        String used = database.sql("select key from step where matter_id = :id and seq = 1")
                .param("id", org.huiyin.matter.MatterNumber.parse(number).id())
                .query(String.class)
                .single();

        assertThat(used).contains(":api-" + id(key) + ":");
    }

    @Test
    void a_key_never_does_more_than_its_scopes() {
        Caller system = Caller.bearing(app, key("chaoyang", Scope.MATTERS_READ));
        String number = handling.raise("路灯不亮").number();

        Answer read = system.get("/api/v1/matters/" + number);
        Answer step = system.step(number, "dispatch", java.util.Map.of());

        assertThat(read.status()).isEqualTo(200);
        assertThat(step.status()).isEqualTo(403);
        assertThat(step.text("type")).isEqualTo("/problems/scope-missing");
        assertThat(step.text("scope")).isEqualTo("matters.step");
        assertThat(step.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void a_key_never_reaches_further_than_its_post() {
        Caller system = Caller.bearing(app, key("shuiwu", Scope.MATTERS_STEP));
        String number = handling.raise("路灯不亮").number();
        handling.dispatch(number);

        assertThat(system.step(number, "sign", java.util.Map.of()).text("type")).isEqualTo("/problems/not-yours");
        assertThat(Visitor.to(app)
                        .send(java.net.http.HttpRequest.newBuilder(app.at("/admin/keys"))
                                .header("Authorization", "Bearer " + key("admin", Scope.MATTERS_READ)))
                        .statusCode())
                .as("pages are for people")
                .isEqualTo(302);
    }

    @Test
    void keys_that_do_not_exist_expired_were_revoked_or_lost_their_post_do_not_open() {
        String expired = key("chaoyang", Scope.MATTERS_READ);
        database.sql("update api_key set made_at = '2020-01-01', expires_at = '2020-02-01' where id = :id")
                .param("id", id(expired))
                .update();
        String revoked = key("chaoyang", Scope.MATTERS_READ);
        keys.revoke(id(revoked), "测试");
        String orphan = key("chaoyang", Scope.MATTERS_READ);
        database.sql("update api_key set account = (select id from account where login = 'admin') where id = :id")
                .param("id", id(orphan))
                .update();
        String real = key("chaoyang", Scope.MATTERS_READ);
        String guessed = real.substring(0, 44) + (real.endsWith("x") ? "y" : "x");

        assertThat(refusal(expired)).isEqualTo("401 expired");
        assertThat(refusal(revoked)).isEqualTo("401 revoked");
        assertThat(refusal(orphan)).isEqualTo("401 post-gone");
        assertThat(refusal(guessed)).isEqualTo("401 unknown");
        assertThat(refusal("hyk_aaaaaaaa_" + "a".repeat(32))).isEqualTo("401 unknown");
        assertThat(refusal("secret")).isEqualTo("401 unknown");
    }

    @Test
    void a_key_in_an_address_is_refused_even_when_it_would_open() {
        String key = key("chaoyang", Scope.MATTERS_READ);

        Answer answer = Caller.nobody(app).get("/api/v1/me?api_key=" + key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("/problems/key-in-address");
    }

    @Test
    void of_a_key_only_a_hash_is_kept() {
        String key = key("chaoyang", Scope.MATTERS_READ);

        String row = database.sql("select api_key::text from api_key where id = :id")
                .param("id", id(key))
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(key, key.substring(13));
        assertThat(row.replace("\\\\", ""))
                .contains(java.util.HexFormat.of()
                        .formatHex(KeySecret.read(key).orElseThrow().hash()));
    }

    @Test
    void a_caller_who_calls_too_often_waits_and_is_told_how_long() {
        String key = key("chaoyang", Scope.MATTERS_READ);
        database.sql("update api_key set per_minute = 2 where id = :id")
                .param("id", id(key))
                .update();
        Caller system = Caller.bearing(app, key);

        Answer first = system.get("/api/v1/me");
        Answer second = system.get("/api/v1/me");
        Answer third = system.get("/api/v1/me");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"key\";q=2;w=60");
        assertThat(first.header("RateLimit")).startsWith("\"key\";r=1;t=");
        assertThat(second.header("RateLimit")).startsWith("\"key\";r=0;t=");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.text("type")).isEqualTo("/problems/too-many-requests");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
        assertThat(Caller.nobody(app).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void what_was_used_up_comes_back_evenly() {
        long[] nanos = {0};
        Limits limits = new Limits(new KeySettings(600, 300), () -> nanos[0]);
        for (int i = 0; i < 60; i++) {
            assertThat(limits.take("k", 60).admitted()).isTrue();
        }

        assertThat(limits.take("k", 60).admitted()).isFalse();
        nanos[0] = Duration.ofSeconds(1).toNanos();
        assertThat(limits.take("k", 60).admitted()).isTrue();
        assertThat(limits.take("k", 60).admitted()).isFalse();
        nanos[0] = Duration.ofHours(1).toNanos();
        assertThat(limits.take("k", 60).calls()).isEqualTo(59);
    }

    private String refusal(String key) {
        Answer answer = Caller.bearing(app, key).get("/api/v1/me");
        assertThat(answer.text("type")).isEqualTo("/problems/key-refused");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer", "invalid_token");
        return answer.status() + " " + answer.text("reason");
    }

    private String key(String login, Scope... scopes) {
        Owner owner = app.bean(Owners.class).search(login).getFirst();
        return keys.make(
                        new ApiKeys.Wanted(
                                "测试", owner, Set.copyOf(Arrays.asList(scopes)), null, Duration.ofDays(30), null),
                        "测试")
                .orElseThrow();
    }

    private static String id(String key) {
        return key.substring(4, 12);
    }
}
