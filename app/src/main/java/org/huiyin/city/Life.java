package org.huiyin.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;

/** The plan of one matter's life in the story: which steps, by whom, how many working hours after the step before. */
final class Life {

    /** A step of the plan. */
    record Act(String step, Actor actor, Map<String, Object> fields, double hoursAfter, boolean evidence) {

        static Act of(String step, Actor actor, double hoursAfter, Map<String, Object> fields) {
            return new Act(step, actor, fields, hoursAfter, step.equals("conclude"));
        }
    }

    private final Cast cast;
    private final RandomGenerator random;
    private final StoryLines.Line line;
    private final Unit unit;
    private final Actor dispatcher;
    private final Actor handler;
    private final Actor head;
    private final Actor resident;
    private final List<Act> acts = new ArrayList<>();

    private Life(Cast cast, RandomGenerator random, StoryLines.Line line, Unit unit, String place) {
        this.cast = cast;
        this.random = random;
        this.line = line;
        this.unit = unit;
        this.dispatcher = cast.dispatcherFor(place).orElseThrow();
        this.handler = cast.at(unit.id(), Role.HANDLER).orElseThrow();
        this.head = cast.at(unit.id(), Role.UNIT_HEAD).orElseThrow();
        this.resident = cast.resident(random);
    }

    /** A life of this line at this place, by chance. */
    static List<Act> plan(Cast cast, RandomGenerator random, StoryLines.Line line, Unit unit, String place) {
        Life life = new Life(cast, random, line, unit, place);
        life.raise(place);
        life.dispatched();
        return life.acts;
    }

    private void raise(String place) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", line.title(),
                "description", line.description(),
                "place", place,
                "kind", line.kind(),
                "category", line.category()));
        if (random.nextInt(3) > 0) {
            fields.put("raiser-name", resident.name());
            fields.put("raiser-phone", "1380000%04d".formatted(random.nextInt(10_000)));
        }
        if (random.nextInt(25) == 0) {
            fields.put("confidential", true);
        }
        acts.add(Act.of("raise", resident, 0, fields));
    }

    private void dispatched() {
        int chance = random.nextInt(100);
        if (chance < 4) {
            add(
                    "decline",
                    dispatcher,
                    1,
                    6,
                    Map.of("decline-class", "statutory-channel", "advice", "该事项正在诉讼，请按判决执行；如有新的事实请联系承办法官。"));
        } else if (chance < 7) {
            add("withdraw", resident, 2, 20, Map.of());
        } else {
            add("dispatch", dispatcher, 0.5, 5, dispatch());
            if (chance < 13) {
                returned(chance < 9);
            }
            handled(1);
        }
    }

    private Map<String, Object> dispatch() {
        String urgency = random.nextInt(30) == 0 ? "urgent" : "normal";
        return Map.of(
                "lead",
                (long) unit.id(),
                "kind",
                line.kind(),
                "category",
                line.category(),
                "urgency",
                urgency,
                "goal",
                "查清事实，限期解决，答复反映人");
    }

    private void returned(boolean twice) {
        Map<String, Object> ground =
                Map.of("legal-ground", "依据本单位三定方案，该事项不属于本单位职责。", "proposed-unit", (long) unit.id());
        add("return", handler, 1, 7, ground);
        add("dispatch", dispatcher, 1, 5, dispatch());
        if (twice) {
            add("return", handler, 1, 7, ground);
            add(
                    "adjudicate",
                    dispatcher,
                    2,
                    8,
                    Map.of("lead", (long) unit.id(), "ruling", "事发地点在你单位管理范围内，由你单位牵头办理，不得再退。"));
        }
    }

    private void handled(int round) {
        add("sign", handler, 0.2, slow() ? 6 : 2.4, Map.of());
        add(
                "contact",
                handler,
                0.5,
                slow() ? 12 : 6,
                Map.of("means", random.nextInt(4) == 0 ? "visit" : "phone", "contact-note", "已说明办理时限"));
        if (random.nextInt(12) == 0) {
            add("request-extension", handler, 4, 12, Map.of("days", 5L, "extension-reason", "需要采购配件并安排占道施工"));
            add("grant-extension", cast.supervisor(), 1, 5, Map.of("days", 5L));
        } else if (random.nextInt(40) == 0) {
            add("note", handler, 3, 9, Map.of("note", "已列入下季度改造计划，正在落实资金。"));
        }
        if (slow() && random.nextInt(3) == 0) {
            add("urge", cast.supervisor(), 20, 30, Map.of("urge-note", "请尽快办理并答复反映人"));
        }
        Map<String, Object> answer =
                Map.of("answer", line.answer(), "outcome", line.kind().equals("consult") ? "explained" : "solved");
        add("conclude", handler, 4, slow() ? 60 : 26, answer);
        add("answer", head, 0.5, 6, answer);
        rated(round);
    }

    private void rated(int round) {
        int chance = random.nextInt(100);
        if (chance < 12) {
            return;
        }
        boolean unsolved = chance < (slow() ? 34 : 20);
        add(
                "rate",
                resident,
                2,
                60,
                Map.of(
                        "contacted", chance % 11 == 0 ? "no" : "yes",
                        "solved", unsolved ? "no" : chance % 7 == 0 ? "partly" : "yes",
                        "satisfied", unsolved ? "not" : chance % 5 == 0 ? "basically" : "satisfied"));
        if (unsolved && round < 2) {
            add("dispatch", dispatcher, 1, 6, dispatch());
            handled(round + 1);
        }
    }

    /** The urban management offices take too long: the story's late bureau. */
    private boolean slow() {
        return unit.code().endsWith("-cg");
    }

    private void add(String step, Actor actor, double least, double most, Map<String, Object> fields) {
        acts.add(Act.of(step, actor, least + random.nextDouble() * (most - least), fields));
    }
}
