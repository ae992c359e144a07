package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.huiyin.assessment.Period;
import org.huiyin.evidence.Attachments;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measuring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Some months of the demonstration city, told from a seed through the Desk itself by the very people of its posts, up to now. Steps are asked for
 * in the order of time and many at once, each at its own moment, so that deadlines, numbers and counts come about as they would have.
 */
@Component
public class Story {

    static final String PROGRAMME = "three-lists";

    private static final Logger LOG = LoggerFactory.getLogger(Story.class);
    private final Desk.Equipment equipment;
    private final Organisation organisation;
    private final Actors actors;
    private final Attachments attachments;
    private final Measuring measuring;
    private final StoryDays days;

    Story(
            Desk.Equipment equipment,
            Organisation organisation,
            Actors actors,
            Attachments attachments,
            Measuring measuring,
            StoryDays days) {
        this.equipment = equipment;
        this.organisation = organisation;
        this.actors = actors;
        this.attachments = attachments;
        this.measuring = measuring;
        this.days = days;
    }

    /** Tells the story once; returns how many steps it took. */
    public int tell(Telling telling) {
        Instant now = equipment.clock().instant();
        Script script = Script.of("jingzhou");
        Tempo tempo = new Tempo(equipment.calendars().current().calendar(), equipment.zone());
        List<Period> periods = periods(now, script.months().size());
        Instant begin = periods.getFirst().from();
        Stage stage = new Stage(
                script,
                new Cast(organisation, actors.everybody()),
                tempo,
                Phrases.of("jingzhou"),
                new Conduct.Customs(script, begin, now));
        List<Tale> tales = new ArrayList<>(
                new Plot(stage, new Months(periods, tempo), telling.portion(), Topic.all("jingzhou")).tales());
        tales.addAll(new Neighbours(stage, telling.portion()).tales(Sketch.all("jingzhou"), Plot.MOST));
        try (Told told = new Told(stage, tales, equipment, attachments)) {
            StoryDays.Going going = days.from(stage, periods, told::undone, telling.clock());
            while (told.goesOn()) {
                going.until(told.next());
                told.batch(going.next());
                telling.progress().at("story", hours(begin, told.present()), hours(begin, now));
            }
            going.until(now);
            telling.clock().accept(now);
            days.settle(now);
            telling.progress().at("story", hours(begin, now), hours(begin, now));
            LOG.info("The story took {} steps of {} matters; refused: {}", told.steps(), tales.size(), told.refused());
            return told.steps();
        }
    }

    private static int hours(Instant from, Instant to) {
        return (int) Duration.between(from, to).toHours();
    }

    private List<Period> periods(Instant now, int before) {
        Measures measures = measuring
                .inForce(PROGRAMME, now.atZone(equipment.zone()).toLocalDate())
                .orElseThrow();
        LinkedList<Period> periods = new LinkedList<>();
        periods.add(Period.holding(measures.periods().values().iterator().next(), now, equipment.zone()));
        while (periods.size() <= before) {
            periods.addFirst(
                    periods.getFirst().before(measures, equipment.zone()).orElseThrow());
        }
        return periods;
    }
}
