package org.huiyin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.huiyin.city.DemoCity;
import org.huiyin.org.Actors;
import org.huiyin.org.Role;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class AccountPageTest {

    private final TestApp app = TestApp.start();
    private final Visitor visitor = Visitor.to(app);

    @Test
    void a_person_with_two_posts_chooses_one() {
        assertThat(Visitor.location(visitor.signIn("zhujian-head", DemoCity.PASSWORD)))
                .isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains("您有几个岗位", "沙市区12345热线分中心");
        long account = accountOf("zhujian-head");
        var dispatching = app.bean(Actors.class).of(account).stream()
                .map(Actors.Holding::actor)
                .filter(actor -> actor.role() == Role.DISPATCHER)
                .findFirst()
                .orElseThrow();

        var answer = visitor.post("/account", "/account/post", Map.of("post", String.valueOf(dispatching.post())));

        assertThat(Visitor.location(answer)).isEqualTo("/desk");
        assertThat(visitor.get("/account").body())
                .contains("value=\"" + dispatching.post() + "\" aria-current=\"true\"");
    }

    @Test
    void nobody_can_take_a_post_of_somebody_else() {
        visitor.signIn("chengguan", DemoCity.PASSWORD);
        long others =
                app.bean(Actors.class).of(accountOf("admin")).getFirst().actor().post();

        var answer = visitor.post("/account", "/account/post", Map.of("post", String.valueOf(others)));

        assertThat(Visitor.location(answer)).isEqualTo("/account");
        assertThat(visitor.get("/admin/units").statusCode()).isEqualTo(403);
    }

    @Test
    void a_new_password_works_and_the_old_one_does_not() {
        register("zhang.wei", "one long sentence");
        visitor.signIn("zhang.wei", "one long sentence");

        var wrong = change("not the old one", "another sentence");
        var short1 = change("one long sentence", "short");
        var done = change("one long sentence", "another sentence");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("现在的密码不对");
        assertThat(short1.body()).contains("至少要 10 个字");
        assertThat(Visitor.location(done)).isEqualTo("/account");
        assertThat(Visitor.location(Visitor.to(app).signIn("zhang.wei", "one long sentence")))
                .isEqualTo("/sign-in?wrong");
        assertThat(Visitor.location(Visitor.to(app).signIn("zhang.wei", "another sentence")))
                .isEqualTo("/");
    }

    @Test
    void a_new_password_ends_every_other_session_and_not_this_one() {
        register("zhang.min", "one long sentence");
        visitor.signIn("zhang.min", "one long sentence");
        var elsewhere = Visitor.to(app);
        elsewhere.signIn("zhang.min", "one long sentence");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        change("one long sentence", "another sentence");

        assertThat(Visitor.location(elsewhere.get("/account"))).isEqualTo("/sign-in");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_leaves_nothing_that_opens_a_matter() {
        var matter = new Handling(app).raise(Map.of());
        visitor.signIn("resident", DemoCity.PASSWORD);
        visitor.get("/m/" + matter.number() + "?code=" + matter.code() + "&lang=zh");
        visitor.get("/?theme=dark");
        assertThat(visitor.get("/m/" + matter.number()).body()).contains("白云路口东50米");

        visitor.post("/account", "/sign-out", Map.of());

        assertThat(visitor.get("/m/" + matter.number()).body()).doesNotContain("白云路口东50米");
        assertThat(visitor.cookie("huiyin-theme")).isPresent();
        assertThat(visitor.cookie("huiyin-proof-" + matter.number().substring(0, 11)))
                .isEmpty();
    }

    @Test
    void one_login_can_be_taken_once() {
        assertThat(Visitor.location(register("13800000000", "one long sentence")))
                .isEqualTo("/sign-in");

        assertThat(register("13800000000", "one long sentence").body()).contains("已有人使用");
    }

    @Test
    void a_registration_says_what_is_wrong() {
        assertThat(register("a", "one long sentence").body()).contains("登录名要是手机号");
        assertThat(register("wang.min", "wang.min.123").body()).contains("太容易猜到");
    }

    private HttpResponse<String> register(String login, String password) {
        return visitor.post("/register", "/register", Map.of("name", "张伟", "login", login, "password", password));
    }

    private HttpResponse<String> change(String old, String wanted) {
        return visitor.post("/account", "/account/password", Map.of("old", old, "password", wanted, "again", wanted));
    }

    private long accountOf(String login) {
        return app.bean(Accounts.class).find(login).orElseThrow().id();
    }
}
