package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RaisePageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("ticket-code\">([^<]+)<");

    private final TestApp app = TestApp.start();
    private final Visitor visitor = Visitor.to(app);

    @Test
    void a_resident_raises_a_matter_and_gets_number_and_code() {
        HttpResponse<String> handedIn = raise(Map.of());

        assertThat(handedIn.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(handedIn)).matches("/m/2026[0-9]{8}/receipt");
        String receipt = visitor.get(Visitor.location(handedIn)).body();
        assertThat(receipt).contains("收到了").contains("前派给承办单位").contains("<path d=\"M");
        assertThat(CODE.matcher(receipt).find()).isTrue();
    }

    @Test
    void pressing_twice_gives_the_same_receipt() {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = raise(Map.of("key", key));
        HttpResponse<String> second = raise(Map.of("key", key));

        assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
    }

    @Test
    void a_receipt_is_for_the_browser_that_handed_in_alone() {
        String receipt = Visitor.location(raise(Map.of()));

        assertThat(Visitor.location(Visitor.to(app).get(receipt))).isEqualTo("/m");
    }

    @Test
    void every_wrong_field_is_told_and_nothing_is_kept() {
        long before = matters();

        HttpResponse<String> answer = raise(Map.of("title", " ", "place", "421099", "raiser-phone", "abc"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("f-title-error", "f-raiser-phone-error")
                .contains("连续三晚不亮，老人摔倒过。");
        assertThat(matters()).isEqualTo(before);
    }

    @Test
    void a_place_nobody_knows_is_refused_in_the_readers_language() {
        HttpResponse<String> answer = raise(Map.of("place", "999999999999"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("f-place-error").contains("没有代码为999999999999的地点");
    }

    @Test
    void a_title_of_a_megabyte_is_refused() {
        HttpResponse<String> answer = raise(Map.of("title", "灯".repeat(1_000_000 / 3)));

        assertThat(answer.statusCode()).isIn(413, 422);
    }

    @Test
    void control_and_bidi_characters_are_refused() {
        assertThat(raise(Map.of("title", "路灯\u202E不亮")).body()).contains("f-title-error");
        assertThat(raise(Map.of("title", "路灯\u0007不亮")).body()).contains("f-title-error");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        HttpResponse<String> form = visitor.get("/raise");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();

        HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(app.at("/raise"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token.group(1) + "&title=%FF%FE&place=421002")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void html_in_a_title_is_shown_and_never_run() {
        HttpResponse<String> handedIn = raise(Map.of("title", "<script>alert(1)</script>"));

        String page =
                visitor.get(Visitor.location(handedIn).replace("/receipt", "")).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void the_preview_shows_what_the_public_will_see_and_stores_nothing() {
        long before = matters();

        HttpResponse<String> preview = raise(Map.of("press", "preview", "description", "我叫王小明，电话13812345678，路灯不亮。"));

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("我叫王**，电话138******78").contains("遮住");
        assertThat(matters()).isEqualTo(before);
    }

    @Test
    void going_back_from_the_preview_keeps_everything() {
        String page = raise(Map.of("press", "change", "where", "白云路口")).body();

        assertThat(page).contains("红星路口路灯不亮", "连续三晚不亮，老人摔倒过。", "value=\"白云路口\"");
    }

    @Test
    void a_grid_worker_enters_a_matter_for_somebody_and_does_not_become_its_raiser() {
        Visitor worker = Visitor.signedIn(app, "grid");

        HttpResponse<String> handedIn = raise(worker, Map.of("channel", "grid", "place", "42100200500101"));

        assertThat(handedIn.statusCode()).isEqualTo(303);
        assertThat(worker.get(Visitor.location(handedIn)).body()).contains("ticket-code");
        Matter matter = matter(Visitor.location(handedIn).replaceAll("[^0-9]", ""));
        assertThat(matter.raiser()).isNull();
        assertThat(worker.get(Visitor.location(handedIn).replace("/receipt", ""))
                        .body())
                .doesNotContain("撤回这件事");
    }

    @Test
    void a_resident_cannot_say_it_came_by_telephone() {
        HttpResponse<String> handedIn = raise(Map.of("channel", "phone"));

        MatterNumber number = MatterNumber.parse(Visitor.location(handedIn).replaceAll("[^0-9]", ""));
        assertThat(app.bean(MatterLookup.class).history(number).getFirst().fields())
                .containsEntry("channel", "web");
    }

    @Test
    void a_signed_in_resident_finds_the_matter_among_their_own() {
        Visitor resident = Visitor.signedIn(app, "resident");

        HttpResponse<String> handedIn = raise(resident, Map.of("title", "小区门口积水严重"));

        assertThat(resident.get("/m").body())
                .contains("小区门口积水严重", Visitor.location(handedIn).replace("/receipt", ""));
    }

    @Test
    void a_form_gone_back_to_and_written_anew_is_another_matter_and_pressed_twice_is_one() {
        Visitor resident = Visitor.signedIn(app, "resident");
        String key = UUID.randomUUID().toString();

        String first = Visitor.location(raise(resident, Map.of("key", key)));
        String again = Visitor.location(raise(resident, Map.of("key", key)));
        String other = Visitor.location(raise(resident, Map.of("key", key, "title", "井盖松动")));

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(matter(other.replaceAll("[^0-9]", "")).title()).isEqualTo("井盖松动");
    }

    @Test
    void a_programme_that_is_not_open_is_refused() {
        assertThat(visitor.get("/raise?programme=budget").statusCode()).isEqualTo(404);
    }

    @Test
    void photos_of_somebody_else_are_refused() {
        HttpResponse<String> answer = raise(Map.of("kept", UUID.randomUUID().toString()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("f-photos-error");
    }

    private long matters() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from matter")
                .query(Long.class)
                .single();
    }

    private Matter matter(String number) {
        return app.bean(MatterLookup.class).find(MatterNumber.parse(number)).orElseThrow();
    }

    @Test
    void staff_record_what_begins_at_a_post_like_theirs_and_residents_never_see_it() {
        Visitor supervisor = Visitor.signedIn(app, "duban");
        Map<String, String> decided = Map.of(
                "programme", "decisions",
                "key", UUID.randomUUID().toString(),
                "title", "年底前改造老旧小区三十个",
                "decision", "会议决定，年底前完成三十个老旧小区改造。",
                "meeting", "市政府第12次常务会议",
                "held-on", "2026-03-02",
                "category", "meeting",
                "place", "421002001001");

        assertThat(supervisor.get("/raise?programme=decisions").body()).contains("登记议定事项", "programme=disputes");
        HttpResponse<String> recorded = supervisor.post("/raise?programme=decisions", "/raise", decided);

        assertThat(recorded.statusCode()).isEqualTo(303);
        MatterNumber number = MatterNumber.parse(Visitor.location(recorded).replaceAll("[^0-9]", ""));
        assertThat(app.bean(MatterLookup.class).find(number))
                .map(Matter::programme)
                .contains("decisions");
        assertThat(visitor.get("/raise?programme=decisions").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/raise").body()).doesNotContain("decisions");
        assertThat(Visitor.signedIn(app, "chengguan")
                        .get("/raise?programme=decisions")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> raise(Map<String, String> changed) {
        return raise(visitor, changed);
    }

    private static HttpResponse<String> raise(Visitor by, Map<String, String> changed) {
        Matcher key = KEY.matcher(by.get("/raise").body());
        assertThat(key.find()).isTrue();
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "红星路口路灯不亮", "description", "连续三晚不亮，老人摔倒过。", "place", Handling.PLACE, "key", key.group(1)));
        fields.putAll(changed);
        return by.post("/raise", "/raise", fields);
    }
}
