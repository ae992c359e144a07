package org.huiyin.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class CodePageTest {

    /** A well-formed number that was never given. */
    private static final String NOBODYS = MatterNumber.of(2026, 9_999_999).toString();

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Visitor visitor = Visitor.to(app);

    @Test
    void number_and_code_open_everything_and_the_code_leaves_the_address() {
        Raised matter = handling.raise("路灯不亮");

        HttpResponse<String> followed = visitor.get("/m/" + matter.number() + "?code=" + matter.code());

        assertThat(Visitor.location(followed)).isEqualTo("/m/" + matter.number());
        assertThat(visitor.get(Visitor.location(followed)).body()).contains("13812345678", "白云路口东50米");
    }

    @Test
    void a_code_may_be_typed_with_blanks_and_small_letters() {
        Raised matter = handling.raise("路灯不亮");

        HttpResponse<String> answer = show(
                matter.number(),
                matter.code().toLowerCase().substring(0, 4) + " "
                        + matter.code().substring(4));

        assertThat(Visitor.location(answer)).isEqualTo("/m/" + matter.number());
    }

    @Test
    void without_the_code_only_the_public_part_is_shown() {
        Raised matter = handling.raise("路灯不亮");

        HttpResponse<String> page = visitor.get("/m/" + matter.number());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("138******78", "红星路社区").doesNotContain("13812345678", "白云路口东50米", "撤回这件事");
    }

    @Test
    void a_confidential_matter_and_a_number_nobody_bears_look_alike() {
        Raised hidden = handling.raise(Map.of("confidential", true));

        HttpResponse<String> confidential = visitor.get("/m/" + hidden.number());
        HttpResponse<String> unknown = visitor.get("/m/" + NOBODYS);

        assertThat(confidential.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(said(unknown, NOBODYS)).isEqualTo(said(confidential, hidden.number()));
    }

    @Test
    void wrong_codes_lock_for_a_while_whether_the_number_exists_or_not() {
        Raised matter = handling.raise("路灯不亮");
        for (String number : new String[] {matter.number(), NOBODYS}) {
            for (int i = 0; i < 6; i++) {
                assertThat(show(number, "WRONGWRG").body()).contains("编号或查询码不对");
            }
            assertThat(show(number, matter.code()).statusCode()).isEqualTo(429);
        }

        app.clock().forward(Duration.ofSeconds(31));

        assertThat(show(matter.number(), matter.code()).statusCode()).isEqualTo(303);
        app.clock().forward(Duration.ofHours(7));
    }

    @Test
    void who_showed_the_code_before_gets_in_while_a_stranger_behind_the_same_address_waits() {
        Raised matter = handling.raise("路灯不亮");
        show(matter.number(), matter.code());
        Visitor stranger = Visitor.to(app);
        for (int i = 0; i < 6; i++) {
            stranger.post("/m", "/m", Map.of("number", matter.number(), "code", "WRONGWRG"));
        }

        HttpResponse<String> refused =
                stranger.post("/m", "/m", Map.of("number", matter.number(), "code", matter.code()));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(show(matter.number(), matter.code()).statusCode()).isEqualTo(303);
        app.clock().forward(Duration.ofHours(7));
    }

    @Test
    void a_mistyped_number_is_told() {
        assertThat(show("2026 0000 0010", "ABCDEFGH").body()).contains("编号有12位数字");
        assertThat(show("<b>", "x").body()).doesNotContain("<b>\"");
    }

    @Test
    void a_cookie_changed_or_moved_to_another_matter_opens_nothing() {
        Raised mine = handling.raise("路灯不亮");
        Raised others = handling.raise("井盖松动");
        show(mine.number(), mine.code());
        String id = mine.number().substring(0, 11);
        String value =
                visitor.cookie("huiyin-hold-" + id).map(HttpCookie::getValue).orElseThrow();

        String moved = "huiyin-hold-" + others.number().substring(0, 11) + "=" + value;
        String changed = "huiyin-hold-" + id + "=9999999999" + value.substring(value.indexOf('.'));

        assertThat(withCookie("/m/" + others.number(), moved)).doesNotContain("13812345678");
        assertThat(withCookie("/m/" + mine.number(), changed)).doesNotContain("13812345678");
        assertThat(withCookie("/m/" + mine.number(), "huiyin-hold-" + id + "=" + value))
                .contains("13812345678");
    }

    @Test
    void the_code_is_asked_for_again_after_two_hours() {
        Raised matter = handling.raise("路灯不亮");
        show(matter.number(), matter.code());
        String id = matter.number().substring(0, 11);
        String value =
                visitor.cookie("huiyin-hold-" + id).map(HttpCookie::getValue).orElseThrow();

        app.clock().forward(Duration.ofHours(2));

        assertThat(withCookie("/m/" + matter.number(), "huiyin-hold-" + id + "=" + value))
                .doesNotContain("13812345678");
    }

    /** What a page says, without the number asked for and the token of its form. */
    private static String said(HttpResponse<String> page, String number) {
        return page.body().replace(number, "").replaceAll("(?s).*<main|value=\"[^\"]*\"", "");
    }

    private String withCookie(String path, String cookie) {
        return Visitor.to(app)
                .send(HttpRequest.newBuilder(app.at(path)).header("Cookie", cookie))
                .body();
    }

    private HttpResponse<String> show(String number, String code) {
        return visitor.post("/m", "/m", Map.of("number", number, "code", code));
    }
}
