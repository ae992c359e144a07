package org.huiyin.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Circuits as an app on the members' phones keeps them, on Tuesday 3 March 2026. */
class CircuitApiTest {

    private final TestApp app = TestApp.start();
    private final Shashi town = new Shashi(app);
    private final Caller supervisor = Caller.of(app, "shashi-duban");
    private final Caller member = Caller.of(app, "chaoyang");
    private final int bureau = Integer.parseInt(town.bureau);
    private final int street = Integer.parseInt(town.street);

    @Test
    void a_round_goes_from_its_group_to_its_report_by_a_program() {
        String circuit = begun();

        JsonNode visit = done(member.post(circuit + "/visits", visit(bureau, "2026-03-03"), Caller.key()));
        String found =
                "/api/v1/circuit-visits/" + visit.path("visit").path("id").asLong() + "/findings";
        long first = id(done(member.post(found, finding("楼道堆物"), Caller.key())));
        long second = id(done(member.post(found, finding("窗口没有人"), Caller.key())));
        JsonNode raised = done(member.post("/api/v1/circuit-findings/" + first + "/matter", Map.of(), Caller.key()));
        JsonNode settled = done(member.post(
                "/api/v1/circuit-findings/" + second + "/settlement", Map.of("settled", "当场安排了人"), Caller.key()));
        JsonNode closed =
                done(member.post(circuit + "/summary", Map.of("summary", "整体较好", "closes", true), Caller.key()));

        assertThat(raised.path("matter").asString("")).hasSize(12);
        assertThat(raised.path("became").asString("")).isEqualTo("in-hand");
        assertThat(settled.path("became").asString("")).isEqualTo("settled");
        assertThat(closed.path("closedAt").isNull()).isFalse();
        assertThat(closed.path("figures").path("findings").asInt()).isEqualTo(2);
        assertThat(closed.path("figures").path("settled").asInt()).isEqualTo(1);
        assertThat(town.member
                        .get(circuit.replace("/api/v1", "/desk") + "/report")
                        .body())
                .as("the page says the same")
                .contains("整体较好", "楼道堆物", "当场安排了人");
        assertThat(member.post(found, finding("再加一条"), Caller.key()).text("type"))
                .isEqualTo("/problems/circuit-closed");
    }

    @Test
    void what_the_pages_refuse_is_refused_with_every_fault_by_name() {
        String circuit = begun();
        Map<String, Object> wrong = Map.of("name", "督", "from", "2026-05-01", "to", "2026-04-01", "units", List.of());

        Answer faults = supervisor.post("/api/v1/circuit-groups", wrong, Caller.key());
        Map<String, Object> foreign = Map.of("plan", List.of(Map.of("unit", 1, "day", "2026-03-03")));

        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.body().path("wrong").toString()).contains("name", "order", "units");
        assertThat(member.post("/api/v1/circuit-groups", wrong, Caller.key()).status())
                .isEqualTo(403);
        assertThat(member.post(circuit + "/visits", visit(street, "2026-03-03"), Caller.key())
                        .text("type"))
                .isEqualTo("/problems/own-circuit");
        assertThat(member.post(circuit + "/visits", visit(bureau, "2026-03-08"), Caller.key())
                        .body()
                        .path("wrong")
                        .toString())
                .contains("future");
        assertThat(member.post(circuit + "/plan", foreign, Caller.key())
                        .body()
                        .path("wrong")
                        .toString())
                .as("a unit the group does not go round is not left out in silence")
                .contains("units");
        assertThat(Caller.of(app, "zhujian").get(circuit).status()).isEqualTo(404);
        assertThat(Caller.of(app, "resident").get(circuit).status()).isEqualTo(403);
    }

    private String begun() {
        Map<String, Object> wanted = Map.of(
                "name",
                Shashi.unique("程序组"),
                "from",
                "2026-03-01",
                "to",
                "2026-06-30",
                "units",
                List.of(bureau, street));
        String group =
                "/api/v1/circuit-groups/" + id(done(supervisor.post("/api/v1/circuit-groups", wanted, Caller.key())));
        for (String login : List.of("chaoyang", "shashi-duban")) {
            done(supervisor.post(group + "/members", Map.of("post", post(login)), Caller.key()));
        }
        JsonNode begun = done(member.post(
                group + "/circuits",
                Map.of(
                        "from",
                        "2026-03-02",
                        "to",
                        "2026-03-20",
                        "plan",
                        List.of(Map.of("unit", bureau, "day", "2026-03-03"))),
                Caller.key()));
        return "/api/v1/circuits/" + id(begun);
    }

    private long post(String login) {
        return Long.parseLong(town.post(login));
    }

    private Map<String, Object> visit(int unit, String on) {
        return Map.of(
                "unit", unit, "on", on, "visitors", List.of(post("shashi-duban")), "people", "见了局长", "notes", "看了现场");
    }

    private static Map<String, Object> finding(String title) {
        return Map.of("title", title, "place", Handling.PLACE);
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.body();
    }

    private static long id(JsonNode one) {
        return one.path("id").asLong();
    }
}
