package org.huiyin.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.org.Actor;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Registers;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A deputy and the committee, on Tuesday 3 March 2026. */
class DeputyTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    private void elect(String login) {
        elect(login, Handling.PLACE);
    }

    private void elect(String login, String place) {
        Visitor.to(app);
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "name",
                "李建国",
                "level",
                "town",
                "congress",
                12L,
                "seat",
                UUID.randomUUID().toString().substring(0, 30),
                "sex",
                "male",
                "id-number",
                "421002" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 100_000_000_000L) + "0"));
        fields.put("id-number", (fields.get("id-number") + "000000000000").substring(0, 18));
        fields.put("place", place);
        fields.put("unit", (long) handling.unit("t421002005"));
        fields.put("on", "2026-01-05");
        if (!login.isEmpty()) {
            fields.put("login", login);
        }
        assertThat(app.bean(Keeping.class)
                        .keep(
                                Actor.SYSTEM,
                                FactRequest.enter(
                                        app.bean(Registers.class).of("deputies"),
                                        fields,
                                        UUID.randomUUID().toString())))
                .isInstanceOf(FactOutcome.Kept.class);
    }

    @Test
    void a_deputy_suggests_and_the_committee_sees_what_comes_of_it() {
        elect("resident2");
        Visitor deputy = Visitor.signedIn(app, "resident2");
        assertThat(deputy.get("/deputy").body()).contains("李建国代表", "朝阳街道", "还没有建议");

        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "关于增设北京路公交站的建议",
                "description", "北京路东段一公里没有公交站，老人出行不便，建议增设一处。",
                "place", Handling.PLACE,
                "category", "roads",
                "at-session", "between",
                "key", UUID.randomUUID().toString()));
        Map<String, String> empty = new HashMap<>(fields);
        empty.put("title", "");
        HttpResponse<String> refused = deputy.post("/deputy/suggestions/new", "/deputy/suggestions", empty);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("案由", "北京路东段");

        String matter = Visitor.location(deputy.post("/deputy/suggestions/new", "/deputy/suggestions", fields));
        assertThat(matter).matches("/m/\\d+");
        String number = matter.substring(3);
        assertThat(deputy.get("/deputy").body()).contains("关于增设北京路公交站的建议", "待交办");
        Caller office = Caller.of(app, "chaoyang");
        assertThat(office.step(number, "assign", Map.of("lead", handling.unit("jz-cg"), "kind", "ordinary"))
                        .status())
                .isEqualTo(200);
        Caller handler = Caller.of(app, "chengguan");
        Map<String, String> words = Map.of("answer", "已会同公交公司选定站点并施工。", "result-class", "a");
        handler.step(number, "sign", Map.of());
        handler.step(number, "contact", Map.of("means", "survey"));
        handler.step(number, "conclude", words);
        assertThat(Caller.of(app, "chengguan-head")
                        .step(number, "answer", words)
                        .status())
                .isEqualTo(200);
        assertThat(deputy.get("/deputy").body()).contains("待代表评价", "代表评价");

        Visitor leader = Visitor.signedIn(app, "leader");
        String until = "&since=2026-01-01&until="
                + app.clock().instant().atZone(TestClock.CITY).toLocalDate();
        assertThat(leader.get("/desk/deputies?place=421002" + until).body())
                .contains("朝阳街道", "/desk/deputies/suggestions?place=421002005");
        assertThat(leader.get("/desk/deputies/suggestions?place=421002005" + until)
                        .body())
                .contains(number, "增设北京路公交站");
        assertThat(leader.get("/desk/deputies/suggestions?place=421002005" + until + "&state=closed")
                        .body())
                .doesNotContain(number);
    }

    @Test
    void nobody_but_deputies_finds_the_deputies_page() {
        assertThat(Visitor.signedIn(app, "resident").get("/deputy").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "resident")
                        .get("/deputy/suggestions/new")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(app, "chengguan").get("/desk/deputies").statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_number_of_a_place_itself_leads_to_as_many_rows() {
        elect("", "421002005");
        elect("", "421002005");
        elect("", Handling.PLACE);
        Visitor leader = Visitor.signedIn(app, "leader");
        String page =
                leader.get("/desk/deputies?place=421002005&since=2026-01-01").body();
        int row = page.indexOf("朝阳街道本级");
        assertThat(row).isPositive();

        Matcher links = Pattern.compile("<a href=\"([^\"]+)\">([0-9,]+)</a>")
                .matcher(page.substring(row, page.indexOf("</tr>", row)));
        Map<String, Integer> counted = new LinkedHashMap<>();
        while (links.find()) {
            counted.put(links.group(1).replace("&amp;", "&"), Integer.parseInt(links.group(2)));
        }

        assertThat(counted).hasSize(7).containsValue(2);
        counted.forEach((path, count) -> {
            String list = leader.get(path).body();
            int table = list.indexOf("<tbody");
            String body = table < 0 ? "" : list.substring(table, list.indexOf("</tbody>"));
            assertThat(body.split("<tr", -1).length - 1).as(path).isEqualTo(count);
        });
        assertThat(leader.get("/desk/registers/deputies?place=421002005&exactly=true")
                        .body())
                .contains("只看本级");
    }
}
