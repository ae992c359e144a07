package org.huiyin.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.huiyin.calendar.Limit;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitPageTest {

    private final TestApp app = TestApp.start();
    private final CalendarVersions versions = app.bean(CalendarVersions.class);
    private final Visitor admin = Visitor.signedIn(app, "admin");

    @AfterEach
    void close() {
        set("", versions.current().number(), "恢复机制的规定");
    }

    @Test
    void a_limit_is_set_after_a_look_and_stands_on_the_record() {
        HttpResponse<String> look = preview("3wd");
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body()).contains("个未办结的期限会变动", "也用于正在走的时钟");

        HttpResponse<String> set = set("3wd", versions.current().number(), "噪声投诉三日内答复");

        assertThat(Visitor.location(set)).isEqualTo("/admin/limits");
        assertThat(admin.get("/admin/limits").body()).contains("噪声投诉三日内答复", "3个工作日", "另定");
        Programme programme = app.bean(Programmes.class).version("three-lists", 1);
        assertThat(app.bean(LimitPolicies.class)
                        .inForce(
                                programme,
                                Objects.requireNonNull(programme.clocks().get("resolve"))))
                .containsEntry("noise", Limit.parse("3wd"));
    }

    @Test
    void what_is_no_limit_is_refused_in_words_and_nothing_is_set() {
        int now = versions.current().number();

        assertThat(preview("-3wd").body()).contains("不能这样定", "不能是负数");
        assertThat(preview("2500wd").body()).contains("不能这样定", "十年");
        assertThat(preview("三天").statusCode()).isEqualTo(422);
        assertThat(set("3wd", now - 1, "太晚了").statusCode()).isEqualTo(409);
        assertThat(set("0wd", now, "试一试").statusCode()).isEqualTo(422);
        assertThat(set("3wd", now, "").statusCode()).isEqualTo(422);
        assertThat(versions.current().number()).isEqualTo(now);
    }

    private HttpResponse<String> preview(String limit) {
        return admin.post("/admin/limits", "/admin/limits/previews", form(limit));
    }

    private HttpResponse<String> set(String limit, int basedOn, String why) {
        Map<String, String> form = new HashMap<>(form(limit));
        form.put("basedOn", Integer.toString(basedOn));
        form.put("why", why);
        return admin.post("/admin/limits", "/admin/limits", form);
    }

    private static Map<String, String> form(String limit) {
        return Map.of("clock", "three-lists/resolve", "key", "noise", "limit", limit, "open", "too");
    }
}
