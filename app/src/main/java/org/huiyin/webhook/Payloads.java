package org.huiyin.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says a step in JSON, as far as the owner of the subscription may read it when it is sent first. */
@Component
class Payloads {

    private static final JsonMapper JSON = new JsonMapper();

    private final MatterLookup lookup;
    private final Actors actors;

    Payloads(MatterLookup lookup, Actors actors) {
        this.lookup = lookup;
        this.actors = actors;
    }

    /** Empty when its owner holds the post no longer, or may no longer read the matter. */
    Optional<String> of(Subscription subscription, Outbox.Message message) {
        Optional<Actor> owner = actors.at(subscription.account(), subscription.post());
        if (message.matter() == 0) {
            return owner.map(actor -> written(message, Map.of("subscription", subscription.name())));
        }
        return owner.flatMap(actor -> lookup.find(new MatterNumber(message.matter()))
                .filter(matter -> lookup.mayRead(actor, matter))
                .flatMap(matter -> lookup.history(matter.number()).stream()
                        .filter(step -> step.seq() == message.seq())
                        .findFirst()
                        .map(step -> written(message, data(actor, matter, step)))));
    }

    private static String written(Outbox.Message message, Map<String, Object> data) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", message.event());
        payload.put("timestamp", message.causedAt().toString());
        payload.put("data", data);
        return JSON.writeValueAsString(payload);
    }

    private Map<String, Object> data(Actor owner, Matter matter, Step step) {
        Programme programme = lookup.programmeOf(matter);
        Discretion discretion = Discretion.of(lookup, owner, matter);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", matter.number().toString());
        data.put("programme", matter.programme());
        data.put("programmeVersion", matter.programmeVersion());
        data.put("version", step.seq());
        data.put("step", step.name());
        data.put("fromState", step.fromState());
        data.put("state", step.toState());
        data.put("list", programme.state(step.toState()).list());
        data.put("round", step.round());
        data.put("unit", discretion.hidesWho(step) ? 0 : step.by().unit());
        data.put("occurredAt", step.occurredAt().toString());
        data.put("recordedAt", step.recordedAt().toString());
        data.put("fields", discretion.fields(programme, step));
        return data;
    }
}
