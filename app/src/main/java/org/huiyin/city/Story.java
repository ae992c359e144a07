package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.evidence.Attachments;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Four months of the demonstration city, told from a seed through the Desk itself by the very people of its posts, up to now. The clock is
 * moved along with the story, so that deadlines, numbers and counts come about as they would have.
 */
@Component
public class Story {

    private static final Logger LOG = LoggerFactory.getLogger(Story.class);
    private static final int MATTERS = 800;
    private static final Duration SPAN = Duration.ofDays(120);

    private final Desk.Equipment equipment;
    private final Organisation organisation;
    private final Actors actors;
    private final Attachments attachments;
    private final StoryWatch watch;

    Story(
            Desk.Equipment equipment,
            Organisation organisation,
            Actors actors,
            Attachments attachments,
            StoryWatch watch) {
        this.equipment = equipment;
        this.organisation = organisation;
        this.actors = actors;
        this.attachments = attachments;
        this.watch = watch;
    }

    /** A matter on its way: what it does next and when. */
    private static final class Tale implements Comparable<Tale> {
        private final int number;
        private final String title;
        private final List<Life.Act> acts;
        private int next;
        private Instant at;
        private Optional<Receipt> last = Optional.empty();

        private Tale(int number, String title, List<Life.Act> acts, Instant at) {
            this.number = number;
            this.title = title;
            this.acts = acts;
            this.at = at;
        }

        @Override
        public int compareTo(Tale other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Integer.compare(number, other.number);
        }
    }

    /** Tells the story once; returns how many steps it took. */
    public int tell(Progress progress) {
        Instant now = equipment.clock().instant();
        AtomicReference<Instant> time = new AtomicReference<>(now.minus(SPAN));
        Desk.Equipment then = new Desk.Equipment(
                equipment.database(),
                equipment.programmes(),
                equipment.calendars(),
                equipment.directory(),
                equipment.keyring(),
                equipment.scribes(),
                (InstantSource) time::get,
                equipment.zone());
        PriorityQueue<Tale> tales = new PriorityQueue<>(tales(now.minus(SPAN)));
        StoryPictures pictures = new StoryPictures(attachments);
        int steps = 0;
        Instant walk = watch.first(now.minus(SPAN));
        try (Desk desk = new Desk(then, 1)) {
            while (!tales.isEmpty()) {
                Tale tale = tales.poll();
                if (tale.at.isAfter(now)) {
                    continue;
                }
                walk = watch.walk(walk, tale.at);
                time.set(tale.at);
                if (step(desk, tale, pictures)) {
                    steps++;
                    later(tale).ifPresent(tales::add);
                }
                progress.at(
                        "story",
                        (int) Duration.between(now.minus(SPAN), time.get()).toHours(),
                        (int) SPAN.toHours());
            }
        }
        watch.walk(walk, now);
        watch.settle(now);
        progress.at("story", (int) SPAN.toHours(), (int) SPAN.toHours());
        return steps;
    }

    private List<Tale> tales(Instant begin) {
        RandomGenerator random = new Random(8311);
        Cast cast = new Cast(organisation, actors.everybody());
        List<StoryLines.Line> lines = StoryLines.of("jingzhou").lines();
        List<Tale> tales = new ArrayList<>();
        while (tales.size() < MATTERS) {
            StoryLines.Line line = lines.get(random.nextInt(lines.size()));
            String place = cast.place(random);
            Optional<Unit> unit = cast.unitFor(line, place, random);
            Instant at = begin.plus(Duration.ofMinutes(mostlyLately(random)));
            if (unit.isPresent()) {
                List<Life.Act> acts = Life.plan(cast, random, line, unit.get(), place);
                tales.add(new Tale(tales.size(), line.title(), acts, at.truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return tales;
    }

    /** Minutes into the story: half of all matters are raised in its last thirty days, so that there is work on every desk. */
    private static long mostlyLately(RandomGenerator random) {
        double before = random.nextDouble();
        return (long) (SPAN.toMinutes() * (1 - before * before));
    }

    private static boolean step(Desk desk, Tale tale, StoryPictures pictures) {
        Life.Act act = tale.acts.get(tale.next++);
        String key = "story-" + tale.number + "-" + tale.next;
        StepRequest request = tale.last
                .map(last ->
                        StepRequest.further(last.number(), last.version(), act.step(), act.actor(), act.fields(), key))
                .orElseGet(
                        () -> StepRequest.begin("three-lists", act.step(), act.actor(), act.fields(), List.of(), key));
        Outcome outcome = desk.perform(
                act.evidence() ? request.withEvidence(List.of(pictures.of(tale.title, act.actor()))) : request);
        if (outcome instanceof Outcome.Done(Receipt receipt)) {
            tale.last = Optional.of(receipt);
            return true;
        }
        // The rules bind the story too: a return after its window is refused, and that matter's tale ends here.
        LOG.debug(
                "The story's {} of matter {} was refused: {}",
                act.step(),
                tale.last.map(Receipt::number).map(MatterNumber::toString),
                outcome);
        return false;
    }

    private static Optional<Tale> later(Tale tale) {
        if (tale.next == tale.acts.size()) {
            return Optional.empty();
        }
        Limit wait = new Limit(
                Math.max(1, (int) (tale.acts.get(tale.next).hoursAfter() * 60)), Limit.Measure.WORKING_MINUTES);
        tale.at = WorkCalendar.china().deadline(Span.of(tale.at, wait)).due();
        return Optional.of(tale);
    }
}
