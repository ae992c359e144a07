package org.huiyin.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.testing.Books;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chaoyang street with wishes on its wall, on Tuesday 3 March 2026 at nine. */
final class WishTown {

    static final String WALL = "/board/walls/micro-wishes";

    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final TestApp app = TestApp.another(clock, "huiyin.short-messages.show=true");
    final Handling handling = new Handling(app);
    final Caller grid = Caller.of(app, "grid");
    final Caller office = Caller.of(app, "chaoyang");

    String donor(String name, String login) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "name", name,
                "kind", "volunteers",
                "place", "421002005"));
        if (!login.isEmpty()) {
            fields.put("login", login);
        }
        return Books.enter(app, "donors", handling.unit("t421002005"), fields);
    }

    /** A wish a grid worker brought from a visit. */
    String wish() {
        Map<String, Object> fields = Map.of(
                "title", "想要一台电风扇",
                "place", Handling.PLACE,
                "category", "goods",
                "description", "两位老人住在三楼，夏天很热。",
                "where", "红星路12号三楼",
                "raiser-name", "欧阳秀兰",
                "raiser-phone", "13811112222");
        String number = grid.post(
                        "/api/v1/matters", Map.of("programme", "micro-wishes", "fields", fields), Caller.key())
                .text("number");
        assertThat(number).isNotEmpty();
        return number;
    }

    /** A wish that whoever claimed the other one makes with the same account. */
    String wishOf(String claimed) {
        long account = app.bean(JdbcClient.class)
                .sql("select account from matter_asker where matter_id = :matter")
                .param("matter", MatterNumber.read(claimed).orElseThrow().id())
                .query(Long.class)
                .single();
        return wish(account, Map.of());
    }

    /** A wish a resident makes, for a desk. */
    String wish(long account, Map<String, Object> more) {
        Actor resident = new Actor(account, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);
        Map<String, Object> fields =
                new HashMap<>(Map.of("title", "想要一个书桌", "place", Handling.PLACE, "category", "study"));
        fields.putAll(more);
        Outcome outcome = app.bean(Desk.class)
                .perform(StepRequest.begin("micro-wishes", "wish", resident, fields, List.of(), key()));
        return ((Outcome.Done) outcome).receipt().number().toString();
    }

    /** A wish on the wall. */
    String published() {
        String number = wish();
        publish(number);
        return number;
    }

    void publish(String number) {
        assertThat(office.step(number, "publish", Map.of("checked", "上门看过，属实。", "told", "两位老人想要一台电风扇", "worth", 200))
                        .status())
                .isEqualTo(200);
    }

    String wall() {
        return Visitor.to(app).get(WALL + "?lang=zh").body();
    }

    static String column(String page, String name) {
        int from = page.indexOf("id=\"wall-" + name + "\"");
        int to = page.indexOf("</section>", from);
        return page.substring(from, to);
    }

    static String claim(String number) {
        return "/m/" + number + "/claim";
    }

    /** A browser in which a telephone was shown, by claiming with it. */
    Visitor claimed(String number, String name, String phone) {
        Visitor visitor = Visitor.to(app);
        HttpResponse<String> answer = claim(visitor, number, name, phone, code(visitor, number, name, phone));
        assertThat(Visitor.location(answer)).as(answer.body()).isEqualTo(claim(number));
        return visitor;
    }

    static String code(Visitor visitor, String number, String name, String phone) {
        String page = visitor.post(claim(number), claim(number), Map.of("name", name, "phone", phone))
                .body();
        Matcher found = Pattern.compile("验证码 (\\d{6})").matcher(page);
        assertThat(found.find()).as(page.replaceAll("(?s).*<main", "<main")).isTrue();
        return found.group(1);
    }

    static HttpResponse<String> claim(Visitor visitor, String number, String name, String phone, String code) {
        return visitor.post(
                claim(number),
                claim(number),
                Map.of("called", "person", "name", name, "phone", phone, "code", code, "key", key()));
    }

    /** Claims in a browser that is known already, or signed in. */
    static HttpResponse<String> claim(Visitor visitor, String number, String called) {
        return visitor.post(claim(number), claim(number), Map.of("called", called, "key", key()));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
