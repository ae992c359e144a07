package org.huiyin.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.replay.Schedule.Event;

/** Asks the Desk for the steps, window by window, and keeps what came of them. */
final class Performance {

    private static final String PROGRAMME = "three-lists";

    private final Desk desk;
    private final Actor actor;
    private final RecordKind kind;
    private final Localities localities;
    private final Map<String, MatterNumber> numbers = new HashMap<>();
    private final List<RefusedStep> refused = new ArrayList<>();
    private long fresh;

    Performance(Desk desk, Actor actor, RecordKind kind, Localities localities) {
        this.desk = desk;
        this.actor = actor;
        this.kind = kind;
        this.localities = localities;
    }

    /** Matters are raised first, for later steps need their numbers; the Desk keeps the order of one matter's steps. */
    void perform(List<Event> window) {
        perform(window, true);
        perform(window, false);
    }

    private void perform(List<Event> window, boolean beginning) {
        List<Event> asked = new ArrayList<>();
        List<StepRequest> requests = new ArrayList<>();
        for (Event event : window) {
            if (begins(event) == beginning) {
                request(event).ifPresent(request -> {
                    asked.add(event);
                    requests.add(request);
                });
            }
        }
        List<Outcome> outcomes = desk.performAll(requests);
        for (int i = 0; i < outcomes.size(); i++) {
            take(asked.get(i), outcomes.get(i));
        }
    }

    private static boolean begins(Event event) {
        return event.step() == event.life().steps().getFirst();
    }

    /** Nothing when the record was never raised, or the one it merges into was not: then its refusal is listed there. */
    private Optional<StepRequest> request(Event event) {
        Life life = event.life();
        Map<String, Object> fields = new HashMap<>(event.step().fields());
        String key = kind + ":" + life.id() + ":" + event.step().key();
        String step = event.step().step();
        if (begins(event)) {
            fields.put("place", localities.place(life.spot()));
            return Optional.of(StepRequest.begin(PROGRAMME, step, actor, fields, List.of(), key)
                    .at(event.step().at()));
        }
        MatterNumber number = numbers.get(life.id());
        if (number == null) {
            return Optional.empty();
        }
        if (step.equals("dispatch")) {
            fields.put("lead", localities.unit(life.lead()));
        }
        if (step.equals("merge")) {
            fields.put("into", String.valueOf(numbers.get(life.twin())));
        }
        return Optional.of(StepRequest.further(number, StepRequest.ANY, step, actor, fields, key)
                .at(event.step().at()));
    }

    private void take(Event event, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            numbers.put(event.life().id(), done.receipt().number());
            fresh += done.receipt().again() ? 0 : 1;
        }
        if (!lapsed(outcome)) {
            Reasons.why(outcome)
                    .ifPresent(why -> refused.add(new RefusedStep(
                            event.life().id(), event.life().line(), event.step().step(), why)));
        }
    }

    /** Whether Huiyin itself has closed the matter meanwhile, the time for rating being over. */
    private static boolean lapsed(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Refusal.WrongState(String step, String state))
                && step.equals("close")
                && state.equals("closed");
    }

    /** The ids of the matters that now stand for records. */
    List<Long> matters() {
        return numbers.values().stream().map(MatterNumber::id).sorted().toList();
    }

    List<RefusedStep> refused() {
        return List.copyOf(refused);
    }

    /** How many steps were new, the others having been taken by an earlier replay. */
    long fresh() {
        return fresh;
    }
}
