package org.huiyin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.huiyin.city.DemoCity;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class SignInTest {

    private final TestApp app = TestApp.start();
    private final Visitor visitor = Visitor.to(app);

    @Test
    void staff_come_to_the_desk_and_residents_home() {
        assertThat(Visitor.location(visitor.signIn("chengguan", DemoCity.PASSWORD)))
                .isEqualTo("/desk");
        assertThat(Visitor.location(Visitor.to(app).signIn(" Resident ", DemoCity.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void a_leader_comes_to_the_cockpit_and_finds_no_desk_in_the_navigation() {
        var leader = Visitor.to(app);

        assertThat(Visitor.location(leader.signIn("leader", DemoCity.PASSWORD))).isEqualTo("/cockpit");
        assertThat(leader.get("/cockpit").body())
                .contains("href=\"/desk/instruments\"")
                .doesNotContain("href=\"/desk\"");
    }

    @Test
    void a_page_for_staff_asks_a_visitor_to_sign_in_and_then_opens() {
        assertThat(Visitor.location(visitor.get("/desk/somewhere"))).isEqualTo("/sign-in");

        assertThat(Visitor.location(visitor.signIn("chengguan", DemoCity.PASSWORD)))
                .startsWith("/desk/somewhere");
    }

    @Test
    void a_part_of_a_page_sends_the_whole_page_to_sign_in() {
        var answer = visitor.send(HttpRequest.newBuilder(app.at("/desk/rows")).header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void a_resident_may_not_enter_the_desk_nor_a_handler_administration() {
        assertThat(Visitor.signedIn(app, "resident").get("/desk").statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(app, "chengguan").get("/admin/units").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "admin").get("/admin/units").statusCode())
                .isNotEqualTo(403);
    }

    @Test
    void a_session_gets_a_new_number_when_somebody_signs_in() {
        visitor.get("/desk");
        var before = visitor.cookie("huiyin").map(HttpCookie::getValue).orElseThrow();

        visitor.signIn("chengguan", DemoCity.PASSWORD);

        assertThat(visitor.cookie("huiyin").map(HttpCookie::getValue))
                .isPresent()
                .isNotEqualTo(Optional.of(before));
    }

    @Test
    void the_session_cookie_is_hidden_from_scripts_and_other_sites() {
        var answer = visitor.signIn("chengguan", DemoCity.PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("huiyin=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void a_form_sent_by_another_site_is_refused() {
        visitor.get("/sign-in");
        var answer = visitor.postForged("/sign-in", Map.of("login", "chengguan", "password", DemoCity.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        visitor.signIn("chengguan", DemoCity.PASSWORD);

        visitor.post("/account", "/sign-out", Map.of());

        assertThat(Visitor.location(visitor.get("/desk"))).isEqualTo("/sign-in");
    }

    @Test
    void an_account_is_locked_after_five_failures_even_for_the_right_password_and_opens_again() {
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.location(visitor.signIn("shashi", "wrong"))).isEqualTo("/sign-in?wrong");
        }

        var until = app.clock().instant().plusSeconds(30);
        assertThat(Visitor.location(visitor.signIn("shashi", DemoCity.PASSWORD)))
                .isEqualTo("/sign-in?wait=" + until.getEpochSecond());

        app.clock().forward(Duration.ofSeconds(31));
        assertThat(Visitor.location(visitor.signIn("shashi", DemoCity.PASSWORD)))
                .isEqualTo("/desk");
    }

    @Test
    void a_login_nobody_bears_is_answered_like_a_wrong_password_and_waits_like_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.location(visitor.signIn("nobody-at-all", "wrong")))
                    .isEqualTo("/sign-in?wrong");
        }

        assertThat(Visitor.location(visitor.signIn("nobody-at-all", "wrong"))).startsWith("/sign-in?wait=");
        app.clock().forward(Duration.ofHours(2));
    }

    @Test
    void the_api_takes_a_password_with_each_call_and_refuses_a_wrong_one() {
        assertThat(basic("chengguan", "wrong").statusCode()).isEqualTo(401);
        assertThat(basic("chengguan", DemoCity.PASSWORD).statusCode()).isNotIn(401, 403);
        assertThat(basic("chengguan", DemoCity.PASSWORD).statusCode()).isNotIn(401, 403);
    }

    @Test
    void the_api_wants_the_token_from_a_session() {
        var signedIn = Visitor.signedIn(app, "chengguan");

        var answer =
                signedIn.send(HttpRequest.newBuilder(app.at("/api/v1/nothing")).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> basic(String login, String password) {
        var secret = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor.send(HttpRequest.newBuilder(app.at("/api/v1/nothing"))
                .header("Authorization", "Basic " + secret)
                .POST(BodyPublishers.ofString("{}")));
    }
}
