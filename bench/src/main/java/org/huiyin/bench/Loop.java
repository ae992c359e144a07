package org.huiyin.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;

/** One matter's way through seven steps: raised, dispatched, signed, raiser contacted, concluded, answered, rated. */
final class Loop {

    static final List<String> STEPS = List.of("raise", "dispatch", "sign", "contact", "conclude", "answer", "rate");
    private static final String ANSWER = "经现场核实，路面塌陷处已完成回填和沥青修补，现已恢复通行，感谢您的监督。";
    private static final List<String> EVIDENCE = List.of("0b0e0d52-3f5e-4c5e-9a43-7a5d6f6f1f10");

    private final Desk desk;
    private final int unit = City.OFFICES + ThreadLocalRandom.current().nextInt(City.UNITS - City.OFFICES);
    private final String place = City.town(ThreadLocalRandom.current().nextInt(City.TOWNS)) + "001";
    private int next;
    private MatterNumber number = new MatterNumber(20260000001L);
    private int version;

    private final Map<String, Object> raised;

    Loop(Desk desk) {
        this.desk = desk;
        this.raised = raised(place);
    }

    /** The same with a message somebody wrote. */
    Loop(Desk desk, RealTexts.Message message) {
        this(desk, Map.of("title", message.title(), "description", message.text()));
    }

    /** The same with these fields. */
    Loop(Desk desk, Map<String, Object> said) {
        this.desk = desk;
        this.raised = new HashMap<>(raised(place));
        this.raised.putAll(said);
    }

    boolean ended() {
        return next == STEPS.size();
    }

    /** Takes the next step and checks that it is done. */
    void step() {
        String step = STEPS.get(next++);
        Outcome outcome = desk.perform(request(step));
        if (!(outcome instanceof Outcome.Done(Receipt receipt))) {
            throw new IllegalStateException(step + ": " + outcome);
        }
        number = receipt.number();
        version = receipt.version();
    }

    private StepRequest request(String step) {
        String key = Long.toHexString(ThreadLocalRandom.current().nextLong());
        if (step.equals("raise")) {
            return StepRequest.begin("three-lists", step, City.RESIDENT, raised, List.of(), key);
        }
        StepRequest request = StepRequest.further(number, version, step, actor(step), fields(step), key);
        return step.equals("conclude") ? request.withEvidence(EVIDENCE) : request;
    }

    static Map<String, Object> raised(String place) {
        return Map.of(
                "title", "园林路与白云路交叉口路面塌陷影响通行",
                "description", "路口东侧有一处约两平方米的塌陷，电动车经过十分危险，已经有人摔倒，请尽快处理。",
                "place", place,
                "kind", "help",
                "category", "roads");
    }

    private Actor actor(String step) {
        return switch (step) {
            case "dispatch" -> City.dispatcher(new City().officeFor(place));
            case "answer" -> City.head(unit);
            case "rate" -> City.RESIDENT;
            default -> City.handler(unit);
        };
    }

    private Map<String, Object> fields(String step) {
        return switch (step) {
            case "dispatch" ->
                Map.of("lead", (long) unit, "kind", "help", "category", "roads", "urgency", "normal", "goal", "恢复通行");
            case "contact" -> Map.of("means", "phone");
            case "conclude", "answer" -> Map.of("answer", ANSWER, "outcome", "solved");
            case "rate" -> Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied");
            default -> Map.of();
        };
    }
}
