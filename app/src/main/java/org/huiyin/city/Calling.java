package org.huiyin.city;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.sample.After;
import org.huiyin.sample.Callbacks;
import org.huiyin.sample.Samples;
import org.springframework.stereotype.Component;

/** The calls to raisers whose matters were drawn, and the visits to what was closed long ago. */
@Component
class Calling {

    /** Calls in one sitting; a month has about forty of them. */
    private static final int CALLS = 12;

    private static final int VISITS = 5;
    private static final String LOOK_BACK = "look-back";

    private final Callbacks callbacks;
    private final Samples samples;
    private final MatterLookup lookup;
    private final Desk desk;

    Calling(Callbacks callbacks, Samples samples, MatterLookup lookup, Desk desk) {
        this.callbacks = callbacks;
        this.samples = samples;
        this.lookup = lookup;
        this.desk = desk;
    }

    /** One sitting at the telephone. */
    void calls(Stage stage, Instant now, BiConsumer<MatterNumber, Instant> undone) {
        SplittableRandom random = new SplittableRandom(stage.script().seed() ^ now.getEpochSecond());
        Actor caller = stage.cast().cityHotline();
        for (Callbacks.Waiting waiting : callbacks.waiting(caller, After.START, CALLS)) {
            Matter matter = lookup.find(waiting.matter()).orElseThrow();
            Callbacks.Drawn drawn = callbacks.drawn(waiting.matter()).orElseThrow();
            Callbacks.Call call = call(stage, matter, random);
            boolean open = matter.state().equals("answered");
            callbacks.write(caller, matter, drawn, call);
            if (open && call.solved().equals("no")) {
                undone.accept(waiting.matter(), now);
            }
        }
    }

    private static Callbacks.Call call(Stage stage, Matter matter, SplittableRandom random) {
        Wording words = new Wording(stage.phrases(), random, "", true);
        int chance = random.nextInt(100);
        if (chance < 22) {
            return new Callbacks.Call(chance < 3 ? "refused" : "not-reached", "", "", "", words.say("unreached"));
        }
        Integer lead = matter.lead();
        Conduct conduct =
                stage.customs().of(stage.cast().unit(lead == null ? matter.office() : lead), matter.updatedAt());
        boolean bad = random.nextDouble() < conduct.unsolved();
        return new Callbacks.Call(
                "reached",
                random.nextDouble() < conduct.silent() ? "no" : "yes",
                bad ? "no" : "yes",
                bad ? "not" : random.nextInt(5) == 0 ? "basically" : "satisfied",
                words.say("called"));
    }

    /** A morning's visits to matters drawn last month. */
    void visits(Stage stage, Instant now, BiConsumer<MatterNumber, Instant> undone) {
        YearMonth drawn = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(1);
        List<MatterNumber> chosen = samples.chosen(Story.PROGRAMME, LOOK_BACK, drawn);
        int day = stage.tempo().day(now).getDayOfMonth();
        for (int i = (day - 1) * VISITS; i < Math.min(day * VISITS, chosen.size()); i++) {
            lookup.find(chosen.get(i)).ifPresent(matter -> visit(stage, matter, now, undone));
        }
    }

    private void visit(Stage stage, Matter matter, Instant now, BiConsumer<MatterNumber, Instant> undone) {
        SplittableRandom random = new SplittableRandom(stage.script().seed() ^ matter.id());
        Integer lead = matter.lead();
        Conduct conduct =
                stage.customs().of(stage.cast().unit(lead == null ? matter.office() : lead), matter.updatedAt());
        boolean untrue = random.nextDouble() < conduct.unsolved() * 0.8;
        Wording words = new Wording(stage.phrases(), random, "", true);
        Outcome outcome = desk.perform(StepRequest.further(
                matter.number(),
                StepRequest.ANY,
                untrue ? "look-back-reopen" : "look-back-confirm",
                stage.cast().supervisorFor(matter.place()),
                Map.of("finding", words.say(untrue ? "found-untrue" : "found-true")),
                "visit-" + matter.id()));
        if (untrue && outcome instanceof Outcome.Done) {
            undone.accept(matter.number(), now);
        }
    }
}
