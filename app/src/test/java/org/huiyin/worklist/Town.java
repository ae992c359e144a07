package org.huiyin.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.city.DemoCity;
import org.huiyin.city.Progress;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.testing.TestApp;

/** The demonstration city's Chaoyang street, and quick ways to bring a matter somewhere in its life. */
final class Town {

    static final String STREET = "421002005";

    private final TestApp app;

    Town(TestApp app) {
        this.app = app;
        app.bean(DemoCity.class).load(Progress.SILENT);
    }

    Actor actor(String login) {
        return app.bean(Actors.class).of(app.account(login)).getFirst().actor();
    }

    /** Somebody at the first of their posts with such a role. */
    Actor post(String login, String role) {
        return app.bean(Actors.class).of(actor(login).account()).stream()
                .map(Actors.Holding::actor)
                .filter(actor -> actor.role().name().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** A building of the street. */
    Place building() {
        var places = app.bean(Organisation.class).places();
        Place at = places.find(STREET).orElseThrow();
        while (at.level() != Place.Level.BUILDING) {
            at = places.children(at.code()).stream()
                    .filter(inner -> inner.level() == Place.Level.BUILDING
                            || !places.children(inner.code()).isEmpty())
                    .findFirst()
                    .orElseThrow();
        }
        return at;
    }

    int unit(String code) {
        return app.bean(Organisation.class).units().find(code).orElseThrow().id();
    }

    /** Raises a matter on the street as a resident who leaves a name and a telephone. */
    MatterNumber raise(Map<String, Object> more) {
        return raiseBy("resident", more);
    }

    MatterNumber raiseBy(String login, Map<String, Object> more) {
        String village = app.bean(Organisation.class)
                .places()
                .children(STREET)
                .getFirst()
                .code();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", "健康巷口路灯不亮",
                "description", "我叫赵小芳，巷口三盏路灯坏了一周，晚上看不见路。",
                "place", village,
                "category", "roads",
                "kind", "help",
                "raiser-name", "赵小芳",
                "raiser-phone", "13800138000"));
        fields.putAll(more);
        return number(app.bean(Desk.class)
                .perform(StepRequest.begin("three-lists", "raise", actor(login), fields, List.of(), key())));
    }

    /** Takes a step and insists that it is done. */
    Matter take(String login, MatterNumber number, String step, Map<String, Object> fields) {
        number(app.bean(Desk.class)
                .perform(StepRequest.further(number, StepRequest.ANY, step, actor(login), fields, key())));
        return matter(number);
    }

    Matter dispatch(MatterNumber number) {
        return dispatch(number, "ss-zj");
    }

    Matter dispatch(MatterNumber number, String unit) {
        return take(
                "chaoyang",
                number,
                "dispatch",
                Map.of("lead", (long) unit(unit), "kind", "help", "category", "roads", "urgency", "normal"));
    }

    Matter matter(MatterNumber number) {
        return app.bean(MatterLookup.class).find(number).orElseThrow();
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    private static MatterNumber number(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var receipt)) {
            return receipt.number();
        }
        throw new AssertionError("not done: " + outcome);
    }
}
