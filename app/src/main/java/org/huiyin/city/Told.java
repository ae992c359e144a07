package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.evidence.Attachments;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The story while it is told: asks a Desk of its own for steps, in the order of time and many at once. */
final class Told implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);
    private static final int AT_ONCE = 250;
    private static final Duration TOGETHER = Duration.ofMinutes(55);
    /** A step that serves an instrument at once: it is the last of its batch, which is when that is served. */
    private static final String SERVES = "urge";
    /** Steps without which the others still make sense. */
    private static final Set<String> ASIDE = Set.of(
            "contact",
            "try-contact",
            "note",
            "urge",
            "co-answer",
            "request-extension",
            "grant-extension",
            "refuse-extension");

    private final Stage stage;
    private final TreeSet<Tale> waiting = new TreeSet<>(Tale.BY_TIME);
    private final Map<Long, Tale> byMatter = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Moments moments = new Moments();
    private final Desk desk;
    private final StoryPictures pictures;
    private Instant present;
    private int steps;

    Told(Stage stage, List<Tale> tales, Desk.Equipment equipment, Attachments attachments) {
        this.pictures = new StoryPictures(attachments);
        this.stage = stage;
        this.present = stage.begin();
        this.waiting.addAll(tales);
        this.desk = new Desk(
                new Desk.Equipment(
                        equipment.database(),
                        equipment.programmes(),
                        equipment.calendars(),
                        equipment.directory(),
                        equipment.keyring(),
                        equipment.scribes(),
                        (InstantSource) moments,
                        equipment.zone()),
                1);
    }

    /** How many steps were taken. */
    int steps() {
        return steps;
    }

    /** How often the rules said no, by step; they bind the story too. */
    Map<String, Integer> refused() {
        return refused;
    }

    boolean goesOn() {
        return !waiting.isEmpty() && !waiting.first().at().isAfter(stage.end());
    }

    Instant next() {
        return waiting.first().at();
    }

    Instant present() {
        return present;
    }

    /** Takes what comes next, up to that moment; of a matter that has no number yet one step only. */
    void batch(Instant until) {
        List<Tale> asked = new ArrayList<>();
        List<StepRequest> requests = new ArrayList<>();
        List<Instant> at = new ArrayList<>();
        Set<Tale> taken = new HashSet<>();
        Instant latest = waiting.first().at().plus(TOGETHER);
        while (goesOn()
                && asked.size() < AT_ONCE
                && (asked.isEmpty() || !requests.getLast().step().equals(SERVES))) {
            Tale tale = waiting.first();
            Tale into = tale.act().into();
            if (tale.at().isAfter(until) && !asked.isEmpty()
                    || tale.at().isAfter(latest)
                    || taken.contains(tale)
                    || (into != null && taken.contains(into))) {
                break;
            }
            waiting.remove(tale);
            asked.add(tale);
            if (tale.number() == null) {
                taken.add(tale);
            }
            requests.add(request(tale));
            at.add(tale.at());
            present = tale.at();
            tale.advance();
            if (!tale.over()) {
                waiting.add(tale);
            }
        }
        moments.of(at);
        List<Outcome> outcomes = desk.performAll(requests);
        for (int i = 0; i < outcomes.size(); i++) {
            told(asked.get(i), requests.get(i).step(), outcomes.get(i));
        }
    }

    private StepRequest request(Tale tale) {
        Act act = tale.act();
        MatterNumber number = tale.number();
        Map<String, Object> fields = act.fields();
        Tale into = act.into();
        if (into != null) {
            fields = new HashMap<>(fields);
            fields.put("into", String.valueOf(into.number()));
        }
        Actor actor = act.actor() != null ? act.actor() : tale.raiser();
        StepRequest request = number == null
                ? StepRequest.begin(tale.part().programme(), act.step(), actor, fields, List.of(), tale.key())
                : StepRequest.further(number, StepRequest.ANY, act.step(), actor, fields, tale.key());
        return act.evidence()
                ? request.withEvidence(
                        List.of(pictures.of(tale.part().category(), tale.part().photographer())))
                : request;
    }

    private void told(Tale tale, String step, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            steps++;
            tale.number(done.receipt().number());
            byMatter.put(done.receipt().number().id(), tale);
            return;
        }
        refused.merge(step + " " + outcome.getClass().getSimpleName(), 1, Integer::sum);
        LOG.debug("The story's {} of matter {} was refused: {}", step, tale.number(), outcome);
        if (!ASIDE.contains(step)) {
            waiting.remove(tale);
            tale.end();
        }
    }

    /** Somebody found at that moment that the matter is undone: it goes another round instead of what was planned. */
    void undone(MatterNumber matter, Instant at) {
        Tale tale = byMatter.get(matter.id());
        if (tale != null) {
            waiting.remove(tale);
            tale.turn(tale.part().again(at));
            if (!tale.over()) {
                waiting.add(tale);
            }
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
