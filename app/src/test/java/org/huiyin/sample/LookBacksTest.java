package org.huiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Matters closed in October 2025 are in the sample of January 2026, which is looked at until 2 March. */
class LookBacksTest {

    private final TestApp app = TestApp.another(TestClock.at("2025-10-15T09:00"));
    private final Handling handling = new Handling(app);

    @Test
    void what_was_drawn_is_looked_at_by_others_and_what_is_untrue_is_done_again() {
        Set<Long> closed = closed(31);
        app.clock().moveTo("2026-01-10T09:00");
        app.bean(Samples.class).advance(app.clock().instant());
        app.clock().moveTo("2026-02-02T09:00");
        app.bean(Samples.class).advance(app.clock().instant());
        Visitor looker = Visitor.signedIn(app, "duban");

        // 10 % of 31, rounded up
        String list = looker.get("/desk/look-backs").body();
        assertThat(list).contains("抽中 4 件：属实 0，不实 0，还要看 4", "3月2日", "/desk/look-backs/");
        assertThat(looker.get("/desk").body()).contains("href=\"/desk/look-backs\"");
        assertThat(Visitor.signedIn(app, "chengguan-head")
                        .get("/desk/look-backs")
                        .statusCode())
                .isEqualTo(403);
        String first = path(list);
        assertThat(looker.get(first).body())
                .contains("路灯线路已更换", "已解决", "/attachments/")
                .containsPattern("看了哪些凭据\\s*</legend>") // nothing that has to be filled in is called optional
                .doesNotContain("checked");
        assertThat(looker.post(first, first + "/result", Map.of("finding", "灯都亮着", "looked-at", "site"))
                        .body())
                .contains("请选属实还是不实", "灯都亮着");
        assertThat(looker.post(first, first + "/result", Map.of("verdict", "holds", "finding", "灯都亮着"))
                        .body())
                .contains("请选看了哪些凭据");
        Map<String, String> tooShort = new TreeMap<>(found(looker, first, "holds"));
        tooShort.put("finding", "灯");
        assertThat(looker.post(first, first + "/result", tooShort).statusCode()).isEqualTo(422);

        var next = looker.post(first, first + "/result", found(looker, first, "holds"));
        String second = Visitor.location(next);
        assertThat(second).startsWith("/desk/look-backs/").isNotEqualTo(first);
        String photo = Caller.of(app, "duban").upload("现场.jpg", Handling.photo());
        Map<String, String> untrue = new TreeMap<>(found(looker, second, "fails"));
        untrue.put("kept", photo);
        var third = looker.post(second, second + "/result", untrue);

        assertThat(state(first)).isEqualTo("closed");
        assertThat(state(second)).isEqualTo("reopened");
        assertThat(looker.get(Visitor.location(third)).body()).contains("属实 1，不实 1，还要看 2");
        assertThat(looker.get("/desk/matters/" + number(second)).body()).contains(photo, "回头看：情况不实");
        assertThat(looker.get(first).body()).contains("已经看过").doesNotContain("name=\"verdict\"");
        assertThat(looker.post("/desk/inbox", first + "/result", found(looker, second, "fails"))
                        .statusCode())
                .as("another word on what was looked at already")
                .isEqualTo(409);
        assertThat(looker.get("/desk/look-backs/" + unchosen(closed, list)).statusCode())
                .isEqualTo(404);

        foundByAProgram(path(looker.get("/desk/look-backs").body()));
        app.clock().moveTo("2026-03-03T09:00");
        assertThat(looker.get("/desk/look-backs").body())
                .contains("还要看 0", "已重办或过期 1")
                .doesNotContain("href=\"/desk/look-backs/");
    }

    private void foundByAProgram(String path) {
        Caller program = Caller.of(app, "duban");
        String address = "/api/v1/look-backs/" + number(path);
        Map<String, Object> fields = Map.of("finding", "现场看过，灯都亮着", "looked-at", "site");

        var shown = program.get(address).body();
        assertThat(shown.path("told").toString()).contains("路灯线路已更换");
        assertThat(shown.path("done").asBoolean()).isFalse();
        assertThat(program.get("/api/v1/look-backs?limit=1").body().path("next").isNull())
                .isFalse();
        assertThat(Caller.of(app, "chengguan-head").get(address).status()).isEqualTo(403);
        int seen = shown.path("version").asInt();
        assertThat(program.post(address + "/result", result("maybe", fields, seen), Caller.key())
                        .text("detail"))
                .contains("属实还是不实");
        assertThat(program.post(address + "/result", result("holds", fields, seen - 1), Caller.key())
                        .text("type"))
                .isEqualTo("/problems/stale");
        assertThat(program.post(address + "/result", result("holds", fields, seen), Caller.key())
                        .status())
                .isEqualTo(200);
        assertThat(program.get(address).body().path("done").asBoolean()).isTrue();
    }

    private static Map<String, Object> result(String verdict, Map<String, Object> fields, int seen) {
        return Map.of("verdict", verdict, "fields", fields, "expectedVersion", seen);
    }

    private Map<String, String> found(Visitor looker, String path, String verdict) {
        String page = looker.get(path).body();
        String expected = page.replaceAll("(?s).*name=\"expected\" value=\"(\\d+)\".*", "$1");
        return Map.of(
                "verdict",
                verdict,
                "finding",
                "现场看过，记录如下",
                "looked-at",
                "site",
                "expected",
                expected.length() > 6 ? "1" : expected);
    }

    private Set<Long> closed(int many) {
        Set<Long> closed = new TreeSet<>();
        for (int i = 0; i < many; i++) {
            closed.add(closed("回头看试验" + i));
        }
        return closed;
    }

    private long closed(String title) {
        var raised = handling.raise(title);
        handling.answer(raised.number());
        Caller.of(app, "duban")
                .step(
                        raised.number(),
                        "rate-by-staff",
                        Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied", "callback-note", "已经亮了"));
        return MatterNumber.parse(raised.number()).id();
    }

    private static String path(String list) {
        int from = list.indexOf("/desk/look-backs/");
        return list.substring(from, list.indexOf('"', from));
    }

    private static String number(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String unchosen(Set<Long> closed, String list) {
        return closed.stream()
                .map(id -> new MatterNumber(id).toString())
                .filter(number -> !list.contains(number))
                .findFirst()
                .orElseThrow();
    }

    private String state(String path) {
        return app.bean(MatterLookup.class)
                .find(MatterNumber.parse(number(path)))
                .orElseThrow()
                .state();
    }
}
