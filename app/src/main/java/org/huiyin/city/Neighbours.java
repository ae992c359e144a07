package org.huiyin.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.city.Sketch.Stroke;
import org.huiyin.org.Actor;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;

/** Plans what happens in the mechanisms beside the three lists: each sketch many times over, each time in a place and at a moment by chance. */
final class Neighbours {

    private static final Pattern DAY = Pattern.compile("\\{([+-]\\d{1,3})}");

    private final Stage stage;
    private final Portion portion;
    private final List<Place> villages;
    private final List<Tale> tales = new ArrayList<>();

    Neighbours(Stage stage, Portion portion) {
        this.stage = stage;
        this.portion = portion;
        this.villages = stage.cast().villages(stage.script().counties().keySet()).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Place::code))
                .toList();
    }

    /** All of them; their ordinals go on from there. */
    List<Tale> tales(List<Sketch> sketches, int from) {
        int number = from;
        for (Sketch sketch : sketches) {
            for (int i = 0; i < sketch.times(); i++) {
                number++;
                RandomGenerator random = new SplittableRandom(stage.script().seed() * 7919 + number);
                Place place = villages.get(random.nextInt(villages.size()));
                if (portion.holds(place.code(), number)) {
                    tell(sketch, place, random, number);
                }
            }
        }
        return tales;
    }

    private void tell(Sketch sketch, Place place, RandomGenerator random, int number) {
        Unit unit = stage.cast().unitFor(sketch.unit(), place.code(), random).orElse(null);
        if (unit == null) {
            return;
        }
        String title = sketch.titles().get(random.nextInt(sketch.titles().size()));
        Going going = new Going(sketch, place, unit, title, random);
        List<Act> acts = going.acts(begin(random));
        if (!acts.isEmpty()) {
            tales.add(new Tale(number, going, acts));
        }
    }

    private Instant begin(RandomGenerator random) {
        LocalDate first = stage.tempo().day(stage.begin()).plusDays(1);
        long days = ChronoUnit.DAYS.between(first, stage.tempo().day(stage.end()));
        return stage.tempo().raised(first.plusDays(random.nextLong(Math.max(1, days))), random);
    }

    /** One matter as it goes. */
    private final class Going implements Part {

        private final Sketch sketch;
        private final Place place;
        private final Unit unit;
        private final String title;
        private final RandomGenerator random;
        private final Actor raisedBy;

        Going(Sketch sketch, Place place, Unit unit, String title, RandomGenerator random) {
            this.sketch = sketch;
            this.place = place;
            this.unit = unit;
            this.title = title;
            this.random = random;
            this.raisedBy = actor(sketch.acts().getFirst().by());
        }

        List<Act> acts(Instant begin) {
            List<Act> acts = new ArrayList<>();
            Instant at = begin;
            for (Stroke stroke : sketch.acts()) {
                if (stroke.after() != null) {
                    at = stage.tempo().work(at, stroke.after() * (0.5 + random.nextDouble()), random);
                }
                if (stroke.stops() != null && random.nextInt(100) < stroke.stops()) {
                    break;
                }
                Actor actor = stroke.by().equals("raiser") ? null : actor(stroke.by());
                Act act = new Act(at, stroke.step(), actor, fields(stroke, at), false, null);
                acts.add(Boolean.TRUE.equals(stroke.evidence()) ? act.withEvidence() : act);
            }
            return acts;
        }

        private Actor actor(String by) {
            Cast cast = stage.cast();
            return switch (by) {
                case "resident" -> cast.resident(random);
                case "grid" -> cast.gridWorker(place.code()).orElseGet(this::photographer);
                case "dispatcher" -> photographer();
                case "handler" -> cast.handler(unit);
                case "head" -> cast.head(unit);
                case "supervisor" -> cast.supervisorFor(place.code());
                default -> throw new IllegalStateException("Nobody plays " + by);
            };
        }

        private Map<String, Object> fields(Stroke stroke, Instant at) {
            Map<String, Object> fields = new HashMap<>();
            if (stroke.fields() != null) {
                stroke.fields().forEach((name, value) -> fields.put(name, filled(value, at)));
            }
            return fields;
        }

        private Object filled(Object value, Instant at) {
            if (!(value instanceof String text)) {
                return value;
            }
            if (text.equals("{unit}")) {
                return (long) unit.id();
            }
            Matcher day = DAY.matcher(text);
            String dated = day.replaceAll(found -> stage.tempo()
                    .day(at)
                    .plusDays(Integer.parseInt(found.group(1)))
                    .toString());
            return dated.replace("{title}", title)
                    .replace("{place}", place.code())
                    .replace("{village}", place.shortName(Locale.CHINESE));
        }

        @Override
        public String programme() {
            return sketch.programme();
        }

        @Override
        public String category() {
            return sketch.category();
        }

        @Override
        public Actor raisedBy() {
            return raisedBy;
        }

        @Override
        public Actor photographer() {
            return stage.cast().dispatcherFor(place.code()).orElseThrow();
        }

        @Override
        public List<Act> again(Instant from) {
            return List.of();
        }
    }
}
