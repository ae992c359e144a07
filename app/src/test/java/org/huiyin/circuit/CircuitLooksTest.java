package org.huiyin.circuit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups, rounds, visits and reports fit their windows and can be used by everybody. */
class CircuitLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final Shashi TOWN = new Shashi(APP);
    private static final String CIRCUIT = TOWN.begun("沙市区民生实事第三巡回指导组");
    private static final String VISIT = furnished();

    private static String furnished() {
        String visit = TOWN.visited(CIRCUIT);
        for (String title : new String[] {"老旧小区改造工地深基坑临边没有防护栏杆，夜间没有警示灯", "灭火器过期", "物业台账不全"}) {
            Map<String, String> fields = new HashMap<>(Map.of(
                    "title",
                    title,
                    "detail",
                    "现场查看，情况属实，照片附后。",
                    "place",
                    Handling.PLACE,
                    "key",
                    UUID.randomUUID().toString()));
            fields.put("press", title.startsWith("老旧") ? "raise" : "keep");
            fields.put("settled", title.startsWith("灭火器") ? "当场更换两只" : "");
            fields.put("kept", Caller.of(APP, "chaoyang").upload("现场.jpg", Handling.photo()));
            TOWN.member.post(visit, visit + "/findings", fields);
        }
        TOWN.member.post(
                Shashi.FORM, CIRCUIT + "/summary", Map.of("summary", "总体较好，个别工地安全管理松懈。\n建议举一反三。", "press", "keep"));
        return visit;
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        String group = TOWN.supervisor.get(CIRCUIT).body().replaceAll("(?s).*?(/desk/circuit-groups/\\d+).*", "$1");
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("chaoyang");
            visit.hold("/desk/circuit-groups", "circuit-groups");
            visit.hold(CIRCUIT, "circuit");
            visit.hold(CIRCUIT + "/visits/new?unit=" + TOWN.bureau, "circuit-visiting");
            visit.hold(VISIT, "circuit-visit");
            visit.hold(CIRCUIT + "/report", "circuit-report");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("shashi-duban");
            visit.hold(group + "?find=住建", "circuit-group");
            visit.hold("/desk/circuit-groups", "circuit-groups-arranged");
        }
    }
}
