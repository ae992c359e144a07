package org.huiyin.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;

/** A city of its own in which some hundred matters of two districts were answered: lamps and drains by each district's bureau, schools likewise. */
final class Answered {

    static final String SHASHI = "421002005001";
    static final String JINGZHOU = "421003002001";
    static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));
    private static final List<String> PLACES = List.of("园林路", "白云路", "江津路", "塔桥路", "红门路", "北京路", "荆沙路", "便河路");
    private static final Map<String, List<String>> SAID = Map.of(
            "roads", List.of("路灯不亮", "路灯坏了一个月", "灯杆歪了", "夜里一片漆黑没有灯"),
            "housing", List.of("房子延期交付", "新房墙面开裂", "交房时间一拖再拖", "购房合同不退定金"),
            "education", List.of("小学划片不合理", "幼儿园收费太高", "老师在校外补课", "教室没有空调"));
    private static final Map<String, String> BUREAUS = Map.of("roads", "cg", "housing", "zj", "education", "jy");

    private final Random random = new Random(5);
    private final Desk desk = APP.bean(Desk.class);

    private Answered() {
        APP.bean(DemoCity.class).load(Progress.SILENT);
        List<Map<String, Object>> raised = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            String category = List.of("roads", "housing", "education").get(i % 3);
            boolean shashi = i % 2 == 0;
            raised.add(fields(category, shashi ? SHASHI : JINGZHOU));
            units.add((shashi ? "ss-" : "jzq-") + BUREAUS.get(category));
        }
        Actor importer = actor("importer");
        List<MatterNumber> numbers = all(raised.stream()
                .map(fields -> StepRequest.begin("three-lists", "raise", importer, fields, List.of(), key()))
                .toList());
        List<StepRequest> dispatched = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Object category = raised.get(i).get("category");
            dispatched.add(further(numbers.get(i), "dispatch", order(units.get(i), String.valueOf(category))));
        }
        all(dispatched);
        all(numbers.stream().map(number -> further(number, "answer", ANSWER)).toList());
    }

    static final Map<String, Object> ANSWER = Map.of("answer", "已到现场处理完毕，请您查看。", "outcome", "solved");

    private static final class Shared {
        static final Answered CITY = new Answered();
    }

    /** Made once a run. */
    static Answered city() {
        return Shared.CITY;
    }

    Map<String, Object> order(String unit, String category) {
        return Map.of("lead", (long) unit(unit), "kind", "help", "category", category, "urgency", "normal");
    }

    StepRequest further(MatterNumber number, String step, Map<String, Object> fields) {
        return StepRequest.further(number, StepRequest.ANY, step, actor("importer"), fields, key());
    }

    private Map<String, Object> fields(String category, String place) {
        String thing = any(SAID.getOrDefault(category, List.of()));
        return new HashMap<>(Map.of(
                "title",
                any(PLACES) + random.nextInt(300) + "号" + thing,
                "description",
                "您好，" + any(PLACES) + "这里" + thing + "，请尽快处理。",
                "place",
                place,
                "kind",
                "help",
                "category",
                category));
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A matter that waits for dispatch, raised by a resident. */
    MatterNumber raise(String title, String description, Map<String, Object> more) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("title", title, "description", description, "place", SHASHI, "kind", "help"));
        fields.putAll(more);
        return all(List.of(StepRequest.begin("three-lists", "raise", actor("resident"), fields, List.of(), key())))
                .getFirst();
    }

    List<MatterNumber> all(List<StepRequest> requests) {
        return desk.performAll(requests).stream()
                .map(outcome -> outcome instanceof Outcome.Done(var receipt) ? receipt.number() : refused(outcome))
                .toList();
    }

    private static MatterNumber refused(Outcome outcome) {
        throw new AssertionError("not done: " + outcome);
    }

    int unit(String code) {
        return APP.bean(Organisation.class).units().find(code).orElseThrow().id();
    }

    Actor actor(String login) {
        return APP.bean(Actors.class).of(APP.account(login)).getFirst().actor();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
