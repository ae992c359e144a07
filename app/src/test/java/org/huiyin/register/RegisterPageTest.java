package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The pages of registers, on Tuesday 3 March 2026. */
class RegisterPageTest {

    private final TestApp app = TestApp.start();
    private final Books books = new Books(app);
    private final Visitor clerk = Visitor.signedIn(app, "chaoyang");

    private static String any(String what) {
        return what + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, String> texts(Map<String, Object> raw) {
        Map<String, String> texts = new HashMap<>();
        raw.forEach((field, value) -> texts.put(field, value.toString()));
        return texts;
    }

    @Test
    void a_clerk_enters_finds_changes_and_ends_an_entry() {
        String name = any("联络站");
        String form = "/desk/registers/deputy-stations/new";
        Map<String, String> wrong = texts(books.station(""));
        HttpResponse<String> refused = clerk.post(form, "/desk/registers/deputy-stations", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 处", "2026-01-05");

        HttpResponse<String> entered = clerk.post(form, "/desk/registers/deputy-stations", texts(books.station(name)));
        String card = Visitor.location(entered);
        assertThat(card).matches("/desk/registers/deputy-stations/LZ-\\d+");
        assertThat(clerk.get(card).body()).contains(name, "已登记在册", "朝阳街道");
        assertThat(clerk.get("/desk/registers/deputy-stations?q=" + encoded(name.substring(1, 6)))
                        .body())
                .contains(name);

        Map<String, String> changed = texts(books.station(name));
        changed.put("address", "园林路3号");
        changed.put("on", "2026-02-10");
        changed.put("version", "1");
        assertThat(Visitor.location(clerk.post(card + "/changes/new", card + "/changes", changed)))
                .isEqualTo(card);
        assertThat(clerk.get(card).body()).contains("空 → 园林路3号", "2月10日");
        assertThat(clerk.get(card + "?on=2026-02-09").body()).contains("当天的样子").doesNotContain("<dd>园林路3号");
        assertThat(clerk.post(card + "/changes/new", card + "/changes", changed).body())
                .contains("已被别人变更");

        HttpResponse<String> early = clerk.post(card, card + "/exit", Map.of("reason", "closed", "on", "2026-02-01"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("早于上一次变更");
        assertThat(Visitor.location(clerk.post(card, card + "/exit", Map.of("reason", "closed", "on", "2026-03-01"))))
                .isEqualTo(card);
        assertThat(clerk.get(card).body()).contains("退出：撤销", "重新在册");
        assertThat(clerk.get("/desk/registers/deputy-stations?state=left&q=" + encoded(name))
                        .body())
                .contains(name);
    }

    @Test
    void whoever_may_not_read_an_entry_finds_none() {
        Entry home = books.enter("deputy-homes", books.station(any("代表之家")));
        String card = "/desk/registers/deputy-homes/DJ-" + home.number();

        assertThat(Visitor.signedIn(app, "leader").get(card).body())
                .contains(home.name())
                .doesNotContain("/changes/new");
        assertThat(Visitor.signedIn(app, "zhujian").get(card).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(app, "resident").get(card).statusCode()).isEqualTo(403);
        assertThat(Visitor.location(Visitor.to(app).get(card))).isEqualTo("/sign-in");
        assertThat(Visitor.signedIn(app, "shashi")
                        .get("/desk/registers/deputy-homes/DJ-999999")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anybody_reads_what_is_public_and_nothing_else() {
        Map<String, Object> deputy =
                books.deputy("赵公开", "42100219700101" + "%04d".formatted(System.nanoTime() % 9999), any("席"));
        deputy.put("phone", "13900001111");
        books.enter("deputies", deputy);
        String open = Visitor.to(app)
                .get("/registers/deputies?place=" + Books.COMMUNITY)
                .body();

        assertThat(open).contains("赵公开", "朝阳街道").doesNotContain("13900001111", String.valueOf(deputy.get("id-number")));
        assertThat(Visitor.to(app).get("/registers").body()).contains("人大代表名册").doesNotContain("关爱对象");
        assertThat(Visitor.to(app).get("/registers/care-households").statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_look_at_a_care_household_is_seen_by_those_who_keep_it() {
        Map<String, Object> household = books.fields(Map.of(
                "name",
                "周" + any(""),
                "id-number",
                "421002" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L) + "000",
                "need",
                "alone",
                "risk",
                "high",
                "address",
                "某路某号"));
        Entry entry = books.enter("care-households", household);
        String card = "/desk/registers/care-households/GA-" + entry.number();

        assertThat(Visitor.signedIn(app, "leader").get(card).statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(app, "duban")
                        .get("/desk/registers/care-households")
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk.get(card).body()).contains("某路某号", String.valueOf(household.get("name")));
        assertThat(clerk.get(card).body()).contains("查阅记录", "张建国", "看了卡片");
        assertThat(clerk.get("/desk/registers/care-households?q=" + encoded(String.valueOf(household.get("name"))))
                        .body())
                .contains("GA-" + entry.number());
        assertThat(clerk.get("/desk/registers/care-households?q=" + encoded("周"))
                        .body())
                .doesNotContain("GA-" + entry.number() + "<");
    }

    @Test
    void a_program_enters_and_reads_entries_and_is_told_what_is_wrong() {
        Caller program = Caller.of(app, "chaoyang");
        String name = any("代表之家");
        Map<String, Object> fields = books.station(name);
        String key = UUID.randomUUID().toString();
        Caller.Answer entered = program.post("/api/v1/registers/deputy-homes/entries", Map.of("fields", fields), key);

        assertThat(entered.status()).isEqualTo(201);
        String number = entered.text("number");
        assertThat(program.post("/api/v1/registers/deputy-homes/entries", Map.of("fields", fields), key)
                        .text("number"))
                .isEqualTo(number);
        Caller.Answer again = program.post(
                "/api/v1/registers/deputy-homes/entries",
                Map.of("fields", fields),
                UUID.randomUUID().toString());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().path("errors").path(0).path("error").asString()).isEqualTo("register-taken");
        assertThat(program.get("/api/v1/registers/deputy-homes/entries/" + number)
                        .body()
                        .path("fields")
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(program.get("/api/v1/registers/deputy-homes/counts?place=421002005&on=2026-01-05")
                        .body()
                        .path("present")
                        .asInt())
                .isPositive();
        assertThat(Caller.of(app, "zhujian")
                        .get("/api/v1/registers/deputy-homes/entries")
                        .status())
                .isEqualTo(403);
        assertThat(program.get("/api/v1/registers/deputy-homes/entries?after=x").status())
                .isEqualTo(400);
    }
}
