package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.huiyin.city.Script.County;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;

/** Everything that is raised in the story, from its seed; each matter has its own chance, so that a portion is a part of the whole. */
final class Plot {

    /** No matter of the plot has a higher number. */
    static final int MOST = 1_000_000;

    private final Stage stage;
    private final Months months;
    private final Portion portion;
    private final List<Topic> topics;
    private final Map<String, List<Place>> villages;
    private final List<Tale> tales = new ArrayList<>();
    private int number;

    Plot(Stage stage, Months months, Portion portion, List<Topic> topics) {
        this.stage = stage;
        this.months = months;
        this.portion = portion;
        this.topics = topics;
        this.villages = stage.cast().villages(stage.script().counties().keySet());
    }

    List<Tale> tales() {
        Script script = stage.script();
        int last = months.count() - 2;
        for (int month = 0; month < months.count(); month++) {
            long matters = month <= last ? script.months().get(month) : script.running() * months.length(month);
            for (int i = 0; i < matters; i++) {
                byChance(month);
            }
            own(script.games(), month, List.of("zj"));
            own(script.improves(), month, List.of("town"));
        }
        burst(script.burst(), last);
        return tales;
    }

    private void byChance(int month) {
        RandomGenerator random = next();
        Place place = place(month, random);
        boolean street = place.name().zh().endsWith("社区居民委员会");
        Topic topic = topic(topics.stream().filter(one -> one.fits(street)).toList(), random);
        Instant at = months.moment(month, random);
        if (at.isBefore(stage.end()) && portion.holds(place.code(), number)) {
            stage.cast()
                    .unitFor(topic.unit(), place.code(), random)
                    .ifPresent(unit -> tell(random, topic, place, unit, at));
        }
    }

    /** What comes to a unit of its own, in the places it answers for. */
    private void own(Script.Featured featured, int month, List<String> duties) {
        Unit unit = stage.cast().unit(featured.unit());
        List<Place> places = villages.values().stream()
                .flatMap(List::stream)
                .filter(place -> place.code().startsWith(String.valueOf(unit.place())))
                .toList();
        List<Topic> theirs =
                topics.stream().filter(topic -> duties.contains(topic.unit())).toList();
        long matters = Script.own(featured, month) * (month < months.count() - 1 ? 1 : months.length(month));
        for (int i = 0; i < matters; i++) {
            RandomGenerator random = next();
            Place place = places.get(random.nextInt(places.size()));
            Instant at = months.moment(month, random);
            if (at.isBefore(stage.end()) && portion.holds(place.code(), number)) {
                tell(random, topic(theirs, random), place, unit, at);
            }
        }
    }

    private Tale tell(RandomGenerator random, Topic topic, Place place, Unit unit, Instant at) {
        Life life = new Life(stage, random, topic, place, unit);
        return told(life, life.whole(at));
    }

    private Tale told(Life life, List<Act> acts) {
        Tale tale = new Tale(
                number,
                life,
                acts.stream().filter(act -> !act.at().isAfter(stage.end())).toList());
        tales.add(tale);
        return tale;
    }

    /** One pipe bursts and a whole neighbourhood says so; the office makes one matter of it. */
    private void burst(Script.Burst burst, int month) {
        List<Place> there = villages.getOrDefault(burst.place().substring(0, 6), List.of()).stream()
                .filter(place -> place.code().startsWith(burst.place()))
                .toList();
        Instant broke =
                months.period(month).from().plus(Duration.ofDays(burst.day())).plus(Duration.ofHours(7));
        if (there.isEmpty() || !portion.holds(there.getFirst().code(), 0)) {
            return;
        }
        RandomGenerator random = next();
        Place place = there.get(random.nextInt(there.size()));
        Unit unit = stage.cast().unit(burst.unit());
        Tale first = null;
        Instant answered = null;
        for (int i = 0; i < burst.raisers(); i++) {
            Life life = new Life(stage, next(), burst.topic(), place, unit);
            Instant at = broke.plus(Duration.ofMinutes(6L * i + random.nextInt(6)));
            if (first == null) {
                first = told(life, life.overnight(at));
                answered = first.last();
            } else {
                told(life, life.joining(at, first, answered));
            }
        }
    }

    private RandomGenerator next() {
        number++;
        return new SplittableRandom(stage.script().seed() + number * 0x9E3779B97F4A7C15L);
    }

    private Place place(int month, RandomGenerator random) {
        Script.Shown shown = stage.script().shown();
        if (random.nextInt(shown.oneIn()) == 0) {
            return of(
                    villages.getOrDefault(shown.place().substring(0, 6), List.of()).stream()
                            .filter(place -> place.code().startsWith(shown.place()))
                            .toList(),
                    random);
        }
        List<Map.Entry<String, County>> joined = stage.script().counties().entrySet().stream()
                .filter(county -> county.getValue().joined() <= month)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        int left = random.nextInt(
                joined.stream().mapToInt(one -> one.getValue().share()).sum());
        int at = 0;
        while (left >= joined.get(at).getValue().share()) {
            left -= joined.get(at++).getValue().share();
        }
        List<Place> all = villages.getOrDefault(joined.get(at).getKey(), List.of());
        Place place = of(all, random);
        // towns hold more people than villages do
        boolean street = place.name().zh().endsWith("社区居民委员会");
        return street || random.nextInt(3) == 0 ? place : of(all, random);
    }

    private static Place of(List<Place> places, RandomGenerator random) {
        return places.get(random.nextInt(places.size()));
    }

    private static Topic topic(List<Topic> some, RandomGenerator random) {
        int left = random.nextInt(some.stream().mapToInt(Topic::weight).sum());
        for (Topic topic : some) {
            left -= topic.weight();
            if (left < 0) {
                return topic;
            }
        }
        throw new IllegalStateException("a weight is missing");
    }
}
